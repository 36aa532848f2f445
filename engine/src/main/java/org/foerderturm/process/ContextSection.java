package org.foerderturm.process;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a task may show first: a section of the page of the thing that it asks about. A model names
 * one at each user task by the property {@code context}, and at the process itself the one that
 * says what a case is about.
 */
public enum ContextSection {
  /** What the case knows, for workflows that carry no object of their own. */
  CASE,
  /** Idea, aim, opinions, money and partners. */
  CONSORTIUM,
  CONSORTIUM_PARTNERS,
  CONSORTIUM_DOCUMENTS,
  CONSORTIUM_CHANGE,
  /** The proposal and the thing that it decides about; no votes. */
  MOTION,
  /** The motion with its votes and its quorum. */
  MOTION_VOTES,
  MEETING_AGENDA,
  MEETING_MINUTES,
  /** A council paper in the order in which a council reads it. */
  PAPER,
  /** What is applied for, by whom, with which advice. */
  APPLICATION,
  /** Costs and financing with rows, sums and differences. */
  APPLICATION_BUDGET,
  APPLICATION_DEADLINES,
  /** The notice and what was drawn by it. */
  APPLICATION_NOTICE,
  APPLICATION_CHANGE,
  PROJECT,
  /** Milestones, figures, work packages and risks, to be brought up to date. */
  PROJECT_STATE,
  /** The report that is due, and the last one. */
  PROJECT_REPORT,
  PROJECT_CHANGE,
  MEMBER,
  MEMBER_OFFER;

  /** As models write it: {@code application-budget}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ContextSection> of(String code) {
    return Stream.of(values()).filter(section -> section.code().equals(code)).findFirst();
  }
}
