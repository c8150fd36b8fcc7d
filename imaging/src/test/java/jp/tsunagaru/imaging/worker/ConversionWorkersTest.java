package jp.tsunagaru.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.PictureFacts;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.TestFiles;
import jp.tsunagaru.imaging.dicom.DicomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConversionWorkersTest {
  @TempDir Path folder;

  @Test
  void a_worker_is_started_with_the_first_job_and_used_again() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      assertThat(workers.processIds()).isEmpty();
      Rendered first = rendered(workers.convert(job("a", TestFiles.jpeg(600, 300))));
      assertThat(first.width()).isEqualTo(600);
      assertThat(first.thumbnail()).exists();
      List<Long> ids = workers.processIds();
      assertThat(ids).hasSize(1);
      assertThat(ids.getFirst()).isNotEqualTo(ProcessHandle.current().pid());
      rendered(workers.convert(job("b", TestFiles.jpeg(60, 30))));
      assertThat(workers.processIds()).isEqualTo(ids);
    }
  }

  @Test
  void every_kind_is_rendered_in_a_worker_as_it_is_here() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      Path pdf = Files.write(folder.resolve("p.pdf"), TestFiles.pdf(3));
      RenderOptions page = RenderOptions.standard().withPage(2);
      Rendered rendered =
          rendered(
              workers.convert(new ConversionJob(pdf, MediaKind.PDF, folder.resolve("p"), page)));
      assertThat(rendered.page()).isEqualTo(2);
      assertThat(rendered.pages()).isEqualTo(3);
      Path dicom = Files.write(folder.resolve("d.dcm"), TestFiles.dicom());
      RenderOptions window = RenderOptions.standard().withWindow(100, 50);
      rendered(
          workers.convert(new ConversionJob(dicom, MediaKind.DICOM, folder.resolve("d"), window)));
      RenderOutcome text =
          workers
              .convert(
                  new ConversionJob(
                      dicom, MediaKind.TEXT, folder.resolve("t"), RenderOptions.standard()))
              .get(60, TimeUnit.SECONDS);
      assertThat(reason(text)).isEqualTo(Reason.NO_PREVIEW);
    }
  }

  @Test
  void what_a_viewer_has_to_know_is_read_in_a_worker() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      Path dicom =
          Files.write(
              folder.resolve("d.dcm"),
              DicomBuilder.gray16()
                  .text(0x00080060, "CS", "CT")
                  .text(0x00280008, "IS", "2")
                  .text(0x00281050, "DS", "40\\-600\\1")
                  .text(0x00281051, "DS", "400\\1500\\0")
                  .pixels(new byte[128])
                  .build());
      PictureFacts facts = workers.describe(dicom).get(60, TimeUnit.SECONDS).orElseThrow();
      assertThat(facts.pages()).isEqualTo(2);
      assertThat(facts.gray()).isTrue();
      assertThat(facts.modality()).isEqualTo("CT");
      // The last one has no width.
      assertThat(facts.windows())
          .containsExactly(new PictureFacts.Window(40, 400), new PictureFacts.Window(-600, 1500));
      Path photo = Files.write(folder.resolve("p.jpg"), TestFiles.jpeg(60, 30));
      assertThat(workers.describe(photo).get(60, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void a_file_can_be_inspected_in_a_worker() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      Path dicom = Files.write(folder.resolve("d.dcm"), TestFiles.dicom());
      Inspection accepted =
          workers.inspect(dicom, "d.dcm", Limits.standard()).get(60, TimeUnit.SECONDS);
      assertThat(accepted)
          .isInstanceOfSatisfying(
              Inspection.Accepted.class,
              a -> assertThat(a.dicomPatient().orElseThrow().name()).isEqualTo("Yamada^Tarou"));
      Path program = Files.write(folder.resolve("x"), TestFiles.pe());
      Inspection rejected =
          workers.inspect(program, "x.jpg", Limits.standard()).get(60, TimeUnit.SECONDS);
      assertThat(rejected)
          .isInstanceOfSatisfying(
              Inspection.Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.EXECUTABLE));
    }
  }

  @Test
  void a_job_over_the_time_limit_is_stopped_and_the_next_one_gets_a_new_process() throws Exception {
    WorkerOptions hasty = WorkerOptions.standard().withTimeLimit(Duration.ofMillis(1));
    try (ConversionWorkers workers = new ConversionWorkers(hasty)) {
      for (String name : List.of("a", "b")) {
        RenderOutcome outcome =
            workers.convert(job(name, TestFiles.jpeg(3000, 3000))).get(60, TimeUnit.SECONDS);
        assertThat(reason(outcome)).isEqualTo(Reason.TIMED_OUT);
      }
    }
  }

  @Test
  void exhausted_memory_costs_one_conversion_only() throws Exception {
    WorkerOptions narrow = WorkerOptions.standard().withMaxHeap("24m");
    try (ConversionWorkers workers = new ConversionWorkers(narrow)) {
      RenderOutcome outcome =
          workers.convert(job("a", TestFiles.jpeg(4000, 4000))).get(60, TimeUnit.SECONDS);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              RenderRefused.class,
              r -> {
                assertThat(r.reason()).isEqualTo(Reason.CRASHED);
                assertThat(r.details()).containsEntry("cause", "memory");
              });
      rendered(workers.convert(job("b", TestFiles.jpeg(60, 30))));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_native_code_may_allocate_is_limited_too() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      rendered(workers.convert(job("a", TestFiles.jpeg(60, 30))));
      Path limits = Path.of("/proc", workers.processIds().getFirst().toString(), "limits");
      long bytes = (256L << 20) + (1L << 30);
      assertThat(Files.readAllLines(limits))
          .anyMatch(
              line -> line.startsWith("Max data size") && line.contains(Long.toString(bytes)));
    }
  }

  @Test
  void a_worker_that_was_killed_is_replaced() throws Exception {
    try (ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard())) {
      rendered(workers.convert(job("a", TestFiles.jpeg(60, 30))));
      long first = workers.processIds().getFirst();
      ProcessHandle handle = ProcessHandle.of(first).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(30, TimeUnit.SECONDS);
      rendered(workers.convert(job("b", TestFiles.jpeg(60, 30))));
      assertThat(workers.processIds()).hasSize(1).doesNotContain(first);
    }
  }

  @Test
  void a_full_queue_refuses_as_busy() throws Exception {
    WorkerOptions small = WorkerOptions.standard().withQueueCapacity(1);
    try (ConversionWorkers workers = new ConversionWorkers(small)) {
      byte[] picture = TestFiles.jpeg(60, 30);
      List<ConversionJob> jobs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        jobs.add(job("j" + i, picture));
      }
      List<CompletableFuture<RenderOutcome>> futures = jobs.stream().map(workers::convert).toList();
      long busy = 0;
      long done = 0;
      for (CompletableFuture<RenderOutcome> future : futures) {
        RenderOutcome outcome = future.get(60, TimeUnit.SECONDS);
        if (outcome instanceof Rendered) {
          done++;
        } else {
          assertThat(reason(outcome)).isEqualTo(Reason.BUSY);
          busy++;
        }
      }
      assertThat(done).isPositive();
      assertThat(busy).isPositive();
    }
  }

  @Test
  void closing_ends_the_processes_and_refuses_further_work() throws Exception {
    ConversionWorkers workers = new ConversionWorkers(WorkerOptions.standard().withParallelism(2));
    rendered(workers.convert(job("a", TestFiles.jpeg(60, 30))));
    Optional<ProcessHandle> handle = ProcessHandle.of(workers.processIds().getFirst());
    workers.close();
    if (handle.isPresent()) {
      handle.get().onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(workers.processIds()).isEmpty();
    RenderOutcome outcome =
        workers.convert(job("b", TestFiles.jpeg(60, 30))).get(10, TimeUnit.SECONDS);
    assertThat(reason(outcome)).isEqualTo(Reason.BUSY);
    workers.close();
  }

  @Test
  void a_worker_ends_when_its_parent_is_gone() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                WorkerClassPath.derive(),
                WorkerMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      byte[] hello = Wire.receive(new DataInputStream(process.getInputStream()));
      assertThat(WorkerMain.isHello(hello)).isTrue();
      process.getOutputStream().close();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_wrong_class_path_is_reported_as_a_failed_start() throws Exception {
    WorkerOptions wrong =
        WorkerOptions.standard().withClassPath(folder.resolve("nothing").toString());
    try (ConversionWorkers workers = new ConversionWorkers(wrong)) {
      RenderOutcome outcome =
          workers.convert(job("a", TestFiles.jpeg(60, 30))).get(60, TimeUnit.SECONDS);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              RenderRefused.class,
              r -> {
                assertThat(r.reason()).isEqualTo(Reason.CRASHED);
                assertThat(r.details()).containsEntry("cause", "start");
              });
    }
  }

  @Test
  void senseless_options_are_refused() {
    assertThatThrownBy(() -> WorkerOptions.standard().withMaxHeap("256m -Dx=y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkerOptions.standard().withQueueCapacity(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkerOptions.standard().withTimeLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ConversionJob job(String name, byte[] picture) throws IOException {
    Path input = Files.write(folder.resolve(name + ".jpg"), picture);
    return new ConversionJob(input, MediaKind.JPEG, folder.resolve(name), RenderOptions.standard());
  }

  private static Rendered rendered(CompletableFuture<RenderOutcome> future) throws Exception {
    RenderOutcome outcome = future.get(60, TimeUnit.SECONDS);
    assertThat(outcome).isInstanceOf(Rendered.class);
    return (Rendered) outcome;
  }

  private static Reason reason(RenderOutcome outcome) {
    assertThat(outcome).isInstanceOf(RenderRefused.class);
    return ((RenderRefused) outcome).reason();
  }
}
