package jp.tsunagaru.axon.store;

import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A guard table with a rule of its own: nothing may be called "taken". */
@Component
@ProcessingGroup("guard")
@ConditionalOnProperty("test.guard")
class GuardedThings {
  record Made(String id, String name, Personal<String> secret) {}

  record Ended(String id) {}

  private final JdbcClient jdbc;

  GuardedThings(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("create table if not exists public.thing (id text primary key, ended boolean)")
        .update();
  }

  @EventHandler
  void on(Made event) {
    if (event.name().equals("taken")) {
      throw new IllegalArgumentException("taken");
    }
    jdbc.sql("insert into public.thing values (?, false) on conflict do nothing")
        .param(event.id())
        .update();
  }

  @EventHandler
  void on(Ended event) {
    jdbc.sql("update public.thing set ended = true where id = ?").param(event.id()).update();
  }
}
