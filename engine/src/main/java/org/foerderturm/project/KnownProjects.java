package org.foerderturm.project;

import java.util.List;
import org.foerderturm.kernel.Projects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projects that lists show. */
@Component
class KnownProjects implements Projects {
  private final JdbcClient db;

  KnownProjects(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<String> startedBy(String applicationId) {
    return db.sql(
            "select project_id from view_project where application_id = ?"
                + " order by started_at, project_id")
        .param(applicationId)
        .query(String.class)
        .list();
  }
}
