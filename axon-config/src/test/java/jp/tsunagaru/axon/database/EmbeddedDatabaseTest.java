package jp.tsunagaru.axon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import jp.tsunagaru.axon.AxonConfigApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {
  @TempDir Path data;

  @Test
  void keeps_what_was_committed_on_disk_and_asks_for_its_password() {
    try (ConfigurableApplicationContext application = AxonConfigApplication.start(data)) {
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("show full_page_writes").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("show listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
      EmbeddedDatabase database = application.getBean(EmbeddedDatabase.class);
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .extracting(refused -> ((SQLException) refused).getSQLState())
          .isEqualTo("28P01");
      jdbc.sql("create table public.kept (id int)").update();

      // A second instance on the same folder gives way.
      EmbeddedDatabase second = EmbeddedDatabase.startingIn(data);
      assertThatThrownBy(second::jdbcUrl)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(DataFolderInUseException.class);
    }
    try (ConfigurableApplicationContext again = AxonConfigApplication.start(data)) {
      assertThat(
              again
                  .getBean(JdbcClient.class)
                  .sql("select count(*) from public.kept")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }
}
