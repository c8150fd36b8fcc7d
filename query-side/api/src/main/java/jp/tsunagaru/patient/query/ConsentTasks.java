package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.patient.PatientId;

/** Who came of age first stands first. */
public record ConsentTasks(List<Task> tasks) implements Counted {
  public ConsentTasks {
    tasks = List.copyOf(tasks);
  }

  /**
   * @param since the eighteenth birthday
   */
  public record Task(PatientId patientId, String name, LocalDate since) {}

  @Override
  public int results() {
    return tasks.size();
  }
}
