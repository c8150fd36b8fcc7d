package jp.tsunagaru;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TsunagaruApplication {
  public static void main(String[] args) {
    SpringApplication.run(TsunagaruApplication.class, args);
  }
}
