package org.foerderturm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.FindMembersOn;
import org.foerderturm.alliance.ContributionRunCommand.AssessContributions;
import org.foerderturm.alliance.ContributionRunCommand.MakeContributionRunFinal;
import org.foerderturm.alliance.ContributionRunCommand.PreviewContributionRun;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.FundingCommand.OpenApplication;
import org.foerderturm.funding.FundingQuery.FindApplications;
import org.foerderturm.funding.Regime;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Query;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.project.ProjectCommand.LinePlan;
import org.foerderturm.project.ProjectCommand.MilestonePlan;
import org.foerderturm.project.ProjectCommand.PackagePlan;
import org.foerderturm.project.ProjectCommand.PlanProject;
import org.foerderturm.project.ProjectCommand.StartProject;
import org.foerderturm.project.ProjectQuery.FindProjects;

/**
 * An office with 1,000 members, 500 projects and 500 applications: how long its lists take to open,
 * and its yearly contribution run.
 */
final class Lists {
  private static final int MEMBERS = 1_000;
  private static final int PROJECTS = 500;
  private static final int WARM_UP = 100;
  private static final int ASKS = 50;
  private static final int PAGE = 50;

  private final Figures figures;
  private final Product product;

  Lists(Figures figures, Product product) {
    this.figures = figures;
    this.product = product;
  }

  void measure() throws IOException {
    contributions();
    fill();
    product.caughtUp();
    product.db.sql("analyze").update();
    ask("1,000 members, first page", new FindMembers(null, null, null, 0, PAGE));
    ask("1,000 members, last page", new FindMembers(null, null, null, MEMBERS - PAGE, PAGE));
    ask("1,000 members, searched", new FindMembers("zeche 77", null, null, 0, PAGE));
    ask(
        "1,000 members, as of a day",
        new FindMembersOn(LocalDate.of(2026, 6, 30), null, null, "member", 0, PAGE));
    ask("500 projects, first page", new FindProjects(null, null, 0, PAGE));
    ask("500 projects, all at once", new FindProjects(null, null, 0, PROJECTS));
    ask("500 projects, searched", new FindProjects("vorhaben 77", null, 0, PAGE));
    ask("500 applications, first page", new FindApplications(null, null, 0, PAGE));
    ask("500 applications, all at once", new FindApplications(null, null, 0, PROJECTS));
    ask("500 applications, searched", new FindApplications("vorhaben 77", null, 0, PAGE));
    new LongHistory(this, product).measure();
  }

  void ask(String list, Query<?> query) {
    for (int i = 0; i < WARM_UP; i++) product.office.ask(query, TestOffice.LEAD);
    for (int i = 0; i < ASKS; i++) {
      long start = System.nanoTime();
      product.office.ask(query, TestOffice.LEAD);
      figures.add(list, "ms", (System.nanoTime() - start) / 1e6);
    }
  }

  private void contributions() throws IOException {
    var models = new TreeMap<String, String>();
    try (var files =
        Files.list(Path.of("../processes/src/main/resources/processes/member-joining"))) {
      for (var file : files.filter(f -> !f.toString().endsWith(".md")).toList())
        models.put(file.getFileName().toString(), Files.readString(file));
    }
    product.office.send(
        new DeployModels("member-joining", Map.copyOf(models)), TestOffice.ADMIN, Product.key());
    var ids = IntStream.range(0, MEMBERS).mapToObj(i -> "member-" + i).toList();
    Work.on(4, MEMBERS, i -> send(member(ids.get(i), i)));
    long start = System.nanoTime();
    send(new PreviewContributionRun("contribution-run-2026", 2026, ids));
    for (int i = 0; i < MEMBERS; i += 100)
      send(new AssessContributions("contribution-run-2026", ids.subList(i, i + 100)));
    figures.add("contribution run of 1,000, preview", "s", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    send(new MakeContributionRunFinal("contribution-run-2026"));
    figures.add("contribution run of 1,000, final", "s", (System.nanoTime() - start) / 1e9);
  }

  private static Command member(String id, int number) {
    return new RegisterMember(
        id,
        "Zeche " + number,
        MemberKind.COMPANY,
        5 + number,
        0L,
        null,
        null,
        null,
        List.of(),
        LocalDate.of(2025, 1, 1));
  }

  private void fill() {
    var first = LocalDate.of(2026, 1, 1);
    var last = LocalDate.of(2027, 12, 31);
    double seconds =
        Work.on(
            4,
            PROJECTS,
            i -> {
              var application = "application-" + i;
              var project = "project-" + i;
              send(
                  new OpenApplication(
                      application,
                      "Vorhaben " + i,
                      null,
                      Programme.ERDF,
                      Regime.ANBEST_P,
                      "Aufruf",
                      "Land",
                      LocalDateTime.of(2040, 5, 5, 17, 0),
                      Arrival.ELECTRONIC,
                      List.of()));
              send(
                  new StartProject(
                      project,
                      application,
                      null,
                      "Vorhaben " + i,
                      "Land",
                      "Az. " + i,
                      100_00,
                      first,
                      last));
              send(
                  new PlanProject(
                      project,
                      3,
                      List.of(new PackagePlan("Aufbau", "Werk", first, last)),
                      List.of(
                          new MilestonePlan("Probe", first.plusMonths(12)),
                          new MilestonePlan("Betrieb", last)),
                      List.of(new LinePlan("Personal", 80_00), new LinePlan("Geräte", 20_00))));
            });
    figures.add("commands to applications and projects, 4 people", "1/s", 3 * PROJECTS / seconds);
  }

  private void send(Command command) {
    product.office.send(command, TestOffice.LEAD, Product.key());
  }
}
