package jp.tsunagaru.benchmark;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The application without its screens. */
@AutoConfigurationPackage(basePackages = "jp.tsunagaru")
@SpringBootApplication(
    scanBasePackages = "jp.tsunagaru",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class BenchmarkApplication {
  static ConfigurableApplicationContext start(Path data) {
    return new SpringApplicationBuilder(BenchmarkApplication.class)
        .web(WebApplicationType.NONE)
        .run(
            "--tsunagaru.data=" + data,
            "--spring.main.banner-mode=off",
            "--spring.threads.virtual.enabled=true",
            "--logging.level.root=WARN");
  }
}
