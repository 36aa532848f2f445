package org.foerderturm.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.faults.Checker.Sent;

/**
 * What the clients of a node knew, one file a node: a line before each command and one after each
 * answer. A line without its line feed was never finished.
 */
final class Journal {
  private final FileChannel file;

  Journal(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  synchronized void write(String word, Sent sent) {
    String line = word + '\t' + sent.key() + '\t' + (sent.taskId() == null ? "" : sent.taskId());
    try {
      file.write(ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8)));
      if (word.equals("done")) file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All clients' knowledge together. */
  record Knowledge(
      Map<String, Sent> acknowledged, Map<String, Sent> unknown, Set<String> refused) {}

  static Knowledge read(Path folder) throws IOException {
    var sent = new LinkedHashMap<String, Sent>();
    var acknowledged = new LinkedHashMap<String, Sent>();
    var refused = new LinkedHashSet<String>();
    try (var files = Files.list(folder)) {
      for (Path path : files.filter(f -> f.toString().endsWith(".journal")).sorted().toList()) {
        String text = Files.readString(path);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
          List<String> words = List.of(line.split("\t", -1));
          var command = new Sent(words.get(1), words.get(2).isEmpty() ? null : words.get(2));
          switch (words.get(0)) {
            case "sent" -> sent.put(command.key(), command);
            case "done" -> acknowledged.put(command.key(), command);
            case "refused" -> refused.add(command.key());
            default -> throw new IllegalStateException("a strange line: " + line);
          }
        }
      }
    }
    // a key sent again after a kill may first be unanswered and then refused, because the first
    // one had come through
    refused.removeAll(acknowledged.keySet());
    sent.keySet().removeAll(acknowledged.keySet());
    sent.keySet().removeAll(refused);
    return new Knowledge(acknowledged, sent, refused);
  }
}
