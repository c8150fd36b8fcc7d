package jp.tsunagaru.axon.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void equal_statements_of_different_aggregates_meet_and_those_of_one_keep_their_order() {
    List<Statement> written = new ArrayList<>();
    for (int aggregate = 0; aggregate < 3; aggregate++) {
      written.add(statement(aggregate, "insert", "first"));
      written.add(statement(aggregate, "tag", "a"));
      written.add(statement(aggregate, "tag", "b"));
      if (aggregate == 1) {
        written.add(statement(aggregate, "update", "second"));
        written.add(statement(aggregate, "insert", "third"));
      }
    }

    List<Batch> batches = Batch.of(written);

    assertThat(batches.stream().map(Batch::sql))
        .containsExactly("insert", "tag", "update", "insert");
    assertThat(batches.get(1).parameters()).hasSize(6);
    for (int aggregate = 0; aggregate < 3; aggregate++) {
      assertThat(said(batches, aggregate)).isEqualTo(said(written, aggregate));
    }
  }

  private static Statement statement(int aggregate, String sql, String parameter) {
    return new Statement(aggregate, sql, new Object[] {aggregate, parameter});
  }

  private static List<String> said(List<?> statements, int aggregate) {
    List<String> said = new ArrayList<>();
    for (Object one : statements) {
      switch (one) {
        case Statement statement -> add(said, statement.sql(), statement.parameters(), aggregate);
        case Batch batch ->
            batch.parameters().forEach(row -> add(said, batch.sql(), row, aggregate));
        default -> throw new IllegalArgumentException();
      }
    }
    return said;
  }

  private static void add(List<String> said, String sql, Object[] row, int aggregate) {
    if (row[0].equals(aggregate)) {
      said.add(sql + " " + row[1]);
    }
  }
}
