package jp.tsunagaru;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Beans are named by their full class name: the same word may stand in two features. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TsunagaruApplication {
  public static void main(String[] args) {
    SpringApplication.run(TsunagaruApplication.class, args);
  }
}
