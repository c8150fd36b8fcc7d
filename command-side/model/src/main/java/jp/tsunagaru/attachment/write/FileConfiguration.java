package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.imaging.worker.ConversionWorkers;
import jp.tsunagaru.imaging.worker.WorkerOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(FileConfiguration.class);

  @Bean
  WorkFolder workFolder(
      @Value("${tsunagaru.files.directory:${tsunagaru.data:data}/vault}") Path vault)
      throws IOException {
    return new WorkFolder(vault.toAbsolutePath().resolve("work"));
  }

  /** Two processes: while one converts, uploads are still inspected. */
  @Bean(destroyMethod = "close")
  ConversionWorkers conversionWorkers(
      @Value("${tsunagaru.files.workers:2}") int processes,
      @Value("${tsunagaru.files.worker-heap:256m}") String heap,
      @Value("${tsunagaru.files.worker-time-limit:20s}") Duration timeLimit,
      @Value("${tsunagaru.files.worker-class-path:}") String classPath) {
    WorkerOptions options =
        WorkerOptions.standard()
            .withParallelism(processes)
            .withMaxHeap(heap)
            .withTimeLimit(timeLimit);
    return new ConversionWorkers(classPath.isBlank() ? options : options.withClassPath(classPath));
  }

  /** Off unless an address is set; see {@link FileIntake#scansForViruses}. */
  @Bean
  VirusScan virusScan(
      @Value("${tsunagaru.files.clamd:}") String address,
      @Value("${tsunagaru.files.clamd-patience:60s}") Duration patience) {
    if (address.isBlank()) {
      LOG.warn("files are not scanned for viruses: tsunagaru.files.clamd names no ClamAV daemon");
      return VirusScan.off();
    }
    return new Clamd(address.strip(), patience);
  }

  /** In a process of its own: looking into documents runs library code on hostile input. */
  @Bean
  Inspector inspector(ConversionWorkers workers) {
    return (file, name, limits) -> {
      try {
        return workers.inspect(file, name, limits).join();
      } catch (CompletionException e) {
        throw new IllegalStateException("a file could not be inspected", e);
      }
    };
  }
}
