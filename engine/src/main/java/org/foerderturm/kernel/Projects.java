package org.foerderturm.kernel;

import java.util.List;

/**
 * Knows which projects a grant started. A parameter of command handlers, so that what changes of a
 * grant changes for its project in the same transaction. What it says is what lists show, a moment
 * old at most.
 */
public interface Projects {
  /** Ids of the projects, the oldest first; usually one or none. */
  List<String> startedBy(String applicationId);
}
