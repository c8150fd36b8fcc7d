package jp.tsunagaru.audit.write;

import jp.tsunagaru.audit.event.LogReviewBegun;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("guard")
class LogReviewGuard {
  private final JdbcClient jdbc;

  LogReviewGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(LogReviewBegun event) {
    jdbc.sql(
            """
            insert into guard.log_review (review_id, from_day, to_day) values (?, ?, ?)
            on conflict do nothing\
            """)
        .params(event.reviewId().value(), event.from(), event.to())
        .update();
  }
}
