package jp.tsunagaru.axon;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** This module alone on a real PostgreSQL. */
@SpringBootApplication
public class AxonConfigApplication {
  public static ConfigurableApplicationContext start(Path data) {
    return new SpringApplicationBuilder(AxonConfigApplication.class)
        .run("--tsunagaru.data=" + data, "--spring.main.banner-mode=off");
  }

  public static Path folder() throws java.io.IOException {
    return Files.createTempDirectory("tsunagaru");
  }
}
