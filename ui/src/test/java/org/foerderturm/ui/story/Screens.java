package org.foerderturm.ui.story;

import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** All screens, asked of the program itself: a new one can't be forgotten. */
final class Screens {
  private Screens() {}

  /** Paths as the views name them, {@code cases/:caseId}; one that may end early counts as two. */
  static SortedSet<String> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    var all = new TreeSet<String>();
    for (var found : scanner.findCandidateComponents("org.foerderturm")) {
      var view =
          ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
      var path = view.getAnnotation(Route.class).value();
      all.add(path.replace("?", ""));
      if (path.endsWith("?")) all.add(path.substring(0, path.lastIndexOf('/')));
    }
    return all;
  }

  static boolean isOpen(String path) {
    return !path.contains(":");
  }

  /** One of these links that leads to the screen. */
  static Optional<String> way(String path, Collection<String> links) {
    var pattern = Pattern.compile(path.replaceAll(":\\w+", "[^/?#]+") + "(\\?.*)?");
    var fixed = all().stream().filter(Screens::isOpen).toList();
    return links.stream()
        .filter(link -> pattern.matcher(link).matches())
        .filter(link -> !fixed.contains(link.replaceAll("\\?.*", "")))
        .findFirst();
  }

  /** {@code work/:taskId} → {@code work}. */
  static String first(String path) {
    return Arrays.asList(path.split("/")).getFirst();
  }
}
