package org.foerderturm.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredDrafts implements Drafts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};
  private final JdbcClient db;

  StoredDrafts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Draft> find(String place, String userId) {
    return db.sql("select draft, kept_at, seen from task_draft where place = ? and user_id = ?")
        .params(place, userId)
        .query(
            (row, n) ->
                new Draft(
                    read(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3) == null ? null : read(row.getString(3))))
        .optional();
  }

  @Override
  public void keep(
      String place, String userId, Map<String, Object> values, Map<String, Object> seen) {
    db.sql(
            """
            insert into task_draft (place, user_id, draft, seen, kept_at)
            values (?, ?, ?::json, ?::json, now())
            on conflict (place, user_id)
            do update set draft = excluded.draft, seen = excluded.seen, kept_at = now()
            """)
        .params(place, userId, write(values), write(seen))
        .update();
    // a draft that nobody came back to is not kept for ever
    db.sql("delete from task_draft where kept_at < now() - interval '90 days'").update();
  }

  @Override
  public void drop(String place, String userId) {
    db.sql("delete from task_draft where place = ? and user_id = ?").params(place, userId).update();
  }

  private static Map<String, Object> read(String json) {
    try {
      return JSON.readValue(json, VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("draft is not JSON", e);
    }
  }

  private static String write(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("draft holds what JSON can't", e);
    }
  }
}
