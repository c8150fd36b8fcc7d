package jp.tsunagaru.attachment.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents and files on a real database with real keys and a real vault; the gate in front of them
 * is tested where it is.
 */
public final class Notebook implements AutoCloseable {
  @EnableAutoConfiguration
  @ComponentScan({
    "jp.tsunagaru.axon",
    "jp.tsunagaru.document",
    "jp.tsunagaru.attachment",
    "jp.tsunagaru.form",
    "jp.tsunagaru.support"
  })
  @ComponentScan(
      basePackages = "jp.tsunagaru.retention",
      useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.RetentionGuard"))
  static class Application {}

  private final Path data;
  private final ConfigurableApplicationContext application;

  private Notebook(Path data, ConfigurableApplicationContext application) {
    this.data = data;
    this.application = application;
  }

  public static Notebook open() throws IOException {
    return open(Files.createTempDirectory("notebook"), Map.of());
  }

  /** On an existing folder it is the next start of the same notebook. */
  public static Notebook open(Path data, Map<String, String> settings) {
    Map<String, String> arguments = new HashMap<>(settings);
    arguments.put("tsunagaru.data", data.toString());
    arguments.put("spring.main.banner-mode", "off");
    return new Notebook(
        data,
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .run(
                arguments.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new)));
  }

  public Path data() {
    return data;
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return application.getBean(name, type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public Object send(Object command, Person by) {
    return send(command, by.origin());
  }

  public Object send(Object command, Origin origin) {
    return bean(CommandGateway.class)
        .sendAndWait(
            GenericCommandMessage.asCommandMessage(command).withMetaData(origin.toMetadata()));
  }

  /** Makes the person known as somebody of that name. */
  public void register(Person person, PersonName name, String facility) {
    jdbc()
        .sql(
            """
            insert into guard.facility (facility_id, name, state) values (?, ?, 'ACTIVE')
            on conflict do nothing\
            """)
        .params(person.facility().value(), facility)
        .update();
    jdbc()
        .sql(
            """
            insert into guard.account (account_id, facility_id, login_id, roles, profession, state,
              must_change_password, must_pledge, sealed_name)
            values (?, ?, ?, ?, ?, 'ACTIVE', false, false, ?)\
            """)
        .params(
            person.id().value(),
            person.facility().value(),
            person.id().value(),
            names(person.roles()),
            person.profession().name(),
            bean(Sealer.class).seal(Personal.of(Subject.of(person.id()), name)))
        .update();
  }

  private static String[] names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toArray(String[]::new);
  }

  /** Ends the process as it were; the folder stays for the next start. */
  public void stop() {
    application.close();
  }

  @Override
  public void close() {
    stop();
    WorkFolder.delete(data);
  }
}
