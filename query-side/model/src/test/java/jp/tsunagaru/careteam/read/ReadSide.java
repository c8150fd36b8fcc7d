package jp.tsunagaru.careteam.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.document.event.DocumentPurged;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The projectors and query handlers of these features on a real database: events go in by their
 * handlers, questions by a query bus. There is one database for a test JVM, empty for each test.
 */
public final class ReadSide implements AutoCloseable {
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final DataSource DATABASE = database();
  private static final List<String> TABLES = tables();

  /** Of the facilities what is told by their steps; their list is filled by the tests. */
  private static final Set<String> OF_FACILITIES =
      Set.of("FacilityStepProjector", "FacilitySheets", "FacilityQueries");

  private static final Class<?>[] PARTS =
      Stream.concat(
              Stream.of("patient", "careteam", "document", "attachment", "form", "support")
                  .flatMap(ReadSide::parts),
              parts("facility").filter(part -> OF_FACILITIES.contains(part.getSimpleName())))
          .toArray(Class<?>[]::new);

  public final JdbcClient jdbc = JdbcClient.create(DATABASE);
  public final FacilityId facility = new FacilityId(Ids.next("fac"));

  private final OpenSealer sealer = new OpenSealer();
  private final List<EventMessage<?>> history = new ArrayList<>();
  private final List<AnnotationEventHandlerAdapter> projectors = new ArrayList<>();
  private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private DirectWrites writes = new DirectWrites();
  private Instant now = TODAY.atTime(9, 0).atZone(JAPAN).toInstant();

  public ReadSide() {
    empty();
    ParameterResolverFactory parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(getClass()), this::resolver);
    context.getBeanFactory().registerSingleton("dataSource", DATABASE);
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(DATABASE));
    context.registerBean(Sealer.class, () -> sealer);
    context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    context.registerBean(Clock.class, Watch::new);
    context.register(PARTS);
    context.refresh();
    context
        .getBeansWithAnnotation(Component.class)
        .values()
        .forEach(bean -> {
          if (bean.getClass().isAnnotationPresent(ProcessingGroup.class)) {
            projectors.add(new AnnotationEventHandlerAdapter(bean, parameters));
          } else {
            new AnnotationQueryHandlerAdapter<>(bean, parameters).subscribe(queries);
          }
        });
    facility(facility, "訪問看護ステーションひかり");
  }

  @Override
  public void close() {
    context.close();
  }

  // ---- events and questions

  public void happens(Origin origin, Object event) {
    now = now.plusSeconds(60);
    EventMessage<?> message =
        new GenericEventMessage<>(Ids.next("evt"), event, origin.toMetadata(), now);
    history.add(message);
    writes = new DirectWrites();
    project(message);
    commit();
  }

  /** What a projector of another feature writes. */
  public void projected(Consumer<Writes> projector) {
    writes = new DirectWrites();
    projector.accept(writes);
    commit();
  }

  /** What an open page or list was told because of the last event. */
  public List<Object> told(Object subscribed) {
    return writes.told(subscribed);
  }

  /** Everything once more, in batches, as after a crash that lost the token. */
  public void happensAgain() {
    for (int from = 0; from < history.size(); from += 50) {
      writes = new DirectWrites();
      history.subList(from, Math.min(from + 50, history.size())).forEach(this::project);
      commit();
    }
  }

  public void reset() {
    writes = new DirectWrites();
    projectors.forEach(AnnotationEventHandlerAdapter::prepareReset);
    commit();
  }

  public List<String> groups() {
    return projectors.stream()
        .map(projector -> projector.getTargetType().getAnnotation(ProcessingGroup.class).value())
        .sorted()
        .toList();
  }

  public <A> A ask(Origin origin, Object query, Class<A> answer) {
    try {
      QueryResponseMessage<A> response =
          queries
              .query(
                  new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer))
                      .withMetaData(origin.toMetadata()))
              .get();
      if (response.isExceptional()) {
        throw (RuntimeException) response.exceptionResult();
      }
      return response.getPayload();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows of all tables of these features, as texts in order, without their stamps. */
  public Map<String, List<String>> contents() {
    Map<String, List<String>> contents = new TreeMap<>();
    for (String table : TABLES) {
      contents.put(
          table,
          jdbc.sql("select (to_jsonb(t) - 'stamp')::text from " + table + " t order by 1")
              .query(String.class)
              .list());
    }
    return contents;
  }

  private void project(EventMessage<?> message) {
    for (AnnotationEventHandlerAdapter projector : projectors) {
      try {
        projector.handle(message);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void commit() {
    try {
      writes.commit(DATABASE);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ParameterResolver<Writes> resolver(Executable method, Parameter[] all, int index) {
    return all[index].getType() != Writes.class
        ? null
        : new ParameterResolver<>() {
          @Override
          public Writes resolveParameterValue(Message<?> message) {
            return writes;
          }

          @Override
          public boolean matches(Message<?> message) {
            return true;
          }
        };
  }

  // ---- people

  public Origin person(String family, String given, Profession profession) {
    return person(family, given, "", "", profession, facility, "CARE_USER");
  }

  public Origin person(
      String family,
      String given,
      String familyKana,
      String givenKana,
      Profession profession,
      FacilityId at,
      String... roles) {
    String id = Ids.next("acc");
    String name = (family + " " + given).strip();
    jdbc.sql(
            """
            insert into view.account (account_id, facility_id, login_id, roles, profession, family,
              given, family_kana, given_kana, name, kana, name_key, kana_key, must_change_password,
              must_pledge, issued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', false, false, now())\
            """)
        .params(
            id,
            at.value(),
            id,
            roles,
            profession.name(),
            family,
            given,
            familyKana,
            givenKana,
            name,
            (familyKana + " " + givenKana).strip())
        .update();
    return new Origin(id, at.value(), Set.of(roles), profession.name(), "s", "127.0.0.1", "pwd");
  }

  public void facility(FacilityId id, String name) {
    jdbc.sql(
            """
            insert into view.facility
              (facility_id, name, name_key, affiliation, profile, published, registered_at)
            values (?, ?, '', 'OTHER', '{}', '{}', now())\
            """)
        .params(id.value(), name)
        .update();
  }

  public void deactivate(Origin person) {
    jdbc.sql("update view.account set deactivated_at = now() where account_id = ?")
        .param(person.accountId())
        .update();
  }

  public static AccountId id(Origin person) {
    return new AccountId(person.accountId());
  }

  // ---- patients and teams

  public static BasicInfo info(String family, String given, String familyKana, String givenKana) {
    return info(
        family, given, familyKana, givenKana, LocalDate.of(1940, 4, 1), Gender.FEMALE, List.of());
  }

  public static BasicInfo info(
      String family,
      String given,
      String familyKana,
      String givenKana,
      LocalDate born,
      Gender gender,
      List<String> phones) {
    return new BasicInfo(
        family,
        given,
        familyKana,
        givenKana,
        gender,
        born,
        "",
        "小牧市堀の内三丁目1番地",
        phones,
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "小牧 一郎",
        "",
        "");
  }

  public PatientId registered(Origin registrar, BasicInfo info) {
    PatientId id = PatientId.next();
    happens(
        registrar,
        new PatientRegistered(
            id,
            id(registrar),
            new FacilityId(registrar.facilityId()),
            Personal.of(Subject.of(id), info)));
    return id;
  }

  public void consents(Origin explainer, PatientId patient) {
    happens(
        explainer,
        new ConsentGranted(
            ConsentId.of(patient),
            patient,
            ConsentKind.SELF,
            null,
            id(explainer),
            new FacilityId(explainer.facilityId()),
            TODAY,
            "2020-07-22",
            Personal.of(Subject.of(patient), new ConsentSignatures("説明 者", "本人", ""))));
  }

  /** A patient who consented, cared for by these people with every right. */
  public PatientId shared(BasicInfo info, Origin... team) {
    PatientId id = registered(team[0], info);
    consents(team[0], id);
    for (Origin member : team) {
      assign(id, member, Right.values());
    }
    return id;
  }

  public GrantId assign(PatientId patient, Origin member, Right... rights) {
    return assign(patient, member, terms(null, null, rights));
  }

  public GrantId assign(PatientId patient, Origin member, MembershipTerms terms) {
    GrantId grant = GrantId.next();
    happens(member, new MemberAssigned(CareTeamId.of(patient), patient, grant, id(member), terms));
    return grant;
  }

  public GrantId assign(PatientId patient, GroupId group, Origin by, MembershipTerms terms) {
    GrantId grant = GrantId.next();
    happens(by, new GroupAssigned(CareTeamId.of(patient), patient, grant, group, terms));
    return grant;
  }

  public GroupId group(String name, Origin owner, Origin... members) {
    GroupId group = GroupId.next();
    Set<AccountId> ids = new java.util.HashSet<>();
    for (Origin member : members) {
      ids.add(id(member));
    }
    happens(
        owner, new GroupCreated(group, new FacilityId(owner.facilityId()), id(owner), name, ids));
    return group;
  }

  public static MembershipTerms terms(LocalDate from, LocalDate to, Right... rights) {
    return new MembershipTerms(TeamRole.VISITING_NURSE, Set.of(rights), from, to);
  }

  // ---- documents

  public DocumentId posts(Origin author, PatientId patient, String text) {
    return posts(author, patient, "", text, TODAY, Set.of(), Visibility.TEAM, List.of());
  }

  public DocumentId posts(Origin author, PatientId patient, String text, Visibility visibility) {
    return posts(author, patient, "", text, TODAY, Set.of(), visibility, List.of());
  }

  public DocumentId posts(
      Origin author,
      PatientId patient,
      String title,
      String text,
      LocalDate on,
      Set<String> tags,
      Visibility visibility,
      List<AttachmentId> attachments) {
    DocumentId id = DocumentId.next();
    happens(author, confirmed(id, author, patient, title, text, on, tags, visibility, attachments));
    return id;
  }

  public static DocumentConfirmed confirmed(
      DocumentId id,
      Origin author,
      PatientId patient,
      String title,
      String text,
      LocalDate on,
      Set<String> tags,
      Visibility visibility,
      List<AttachmentId> attachments) {
    return new DocumentConfirmed(
        id,
        patient,
        id(author),
        new FacilityId(author.facilityId()),
        Profession.valueOf(author.profession()),
        on,
        tags,
        visibility,
        attachments,
        Set.of(),
        article(id, patient, title, text));
  }

  /** An article with fields. */
  public DocumentId posts(
      Origin author,
      PatientId patient,
      ArticleContent content,
      LocalDate on,
      Visibility visibility) {
    DocumentId id = DocumentId.next();
    happens(
        author,
        new DocumentConfirmed(
            id,
            patient,
            id(author),
            new FacilityId(author.facilityId()),
            Profession.valueOf(author.profession()),
            on,
            Set.of(),
            visibility,
            List.of(),
            content.parts(),
            written(id, patient, content)));
    return id;
  }

  public void revises(
      Origin editor,
      PatientId patient,
      DocumentId id,
      long version,
      ArticleContent content,
      LocalDate on) {
    happens(
        editor,
        new DocumentRevised(
            id,
            patient,
            version,
            id(editor),
            new FacilityId(editor.facilityId()),
            Profession.valueOf(editor.profession()),
            on,
            Set.of(),
            Visibility.TEAM,
            List.of(),
            content.parts(),
            written(id, patient, content),
            Personal.of(Subject.of(id, patient), "変更")));
  }

  public void revises(
      Origin editor,
      PatientId patient,
      DocumentId id,
      long version,
      String text,
      Visibility visibility) {
    happens(
        editor,
        new DocumentRevised(
            id,
            patient,
            version,
            id(editor),
            new FacilityId(editor.facilityId()),
            Profession.valueOf(editor.profession()),
            TODAY,
            Set.of("改版"),
            visibility,
            List.of(),
            Set.of(),
            article(id, patient, "", text),
            Personal.of(Subject.of(id, patient), "誤記の訂正")));
  }

  public void deletes(Origin actor, PatientId patient, DocumentId id) {
    happens(
        actor,
        new DocumentDeleted(
            id,
            patient,
            DeletionReason.WRONG_PATIENT,
            Personal.of(Subject.of(id, patient), "別の方の記録")));
  }

  public void purges(Origin requester, Origin approver, PatientId patient, DocumentId id) {
    happens(approver, new DocumentPurged(id, patient, id(requester), id(approver), List.of()));
    sealer.destroy(id.value());
  }

  public AttachmentId uploads(
      Origin uploader, PatientId patient, DocumentId document, String name) {
    AttachmentId id = AttachmentId.next();
    happens(
        uploader,
        new AttachmentReceived(
            id,
            patient,
            document,
            FileKind.JPEG,
            1,
            false,
            new StoredFile("a".repeat(60) + id.suffix().substring(22), 1234, "image/jpeg"),
            Personal.of(Subject.of(document, patient), new FileFacts(name, "b".repeat(64)))));
    return id;
  }

  public void sees(Origin viewer, PatientId patient, Map<DocumentId, Long> documents) {
    happens(
        viewer,
        new RecordViewed(
            patient, "GetTimeline", documents, "", new AccessGround("", "", "", "VIEW")));
  }

  public void saved(
      Origin author, PatientId patient, DocumentId document, String text, Instant at) {
    jdbc.sql(
            """
            insert into guard.draft (account_id, document_id, patient_id, sealed, saved_at)
            values (?, ?, ?, ?, ?)\
            """)
        .params(
            author.accountId(),
            document.value(),
            patient.value(),
            sealer.sealBytes(Subject.of(document, patient), text.getBytes(StandardCharsets.UTF_8)),
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  /** For somebody else who writes at the same time. */
  public java.sql.Connection connection() throws java.sql.SQLException {
    return DATABASE.getConnection();
  }

  /** Time goes by and nothing happens. */
  public void later(Duration duration) {
    now = now.plus(duration);
  }

  private final class Watch extends Clock {
    @Override
    public ZoneId getZone() {
      return JAPAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  public Instant now() {
    return now;
  }

  private static Personal<WrittenArticle> article(
      DocumentId id, PatientId patient, String title, String text) {
    return written(id, patient, new ArticleContent(title, text));
  }

  private static Personal<WrittenArticle> written(
      DocumentId id, PatientId patient, ArticleContent content) {
    return Personal.of(
        Subject.of(id, patient), new WrittenArticle(content, new AuthorAsWritten("看護 花子", "ひかり")));
  }

  // ---- database

  /** Only what was written to: emptying a table costs as much as making it. */
  private void empty() {
    List<String> written =
        jdbc.sql(
                TABLES.stream()
                    .map(table ->
                        "select '" + table + "' where exists (select 1 from " + table + ")")
                    .collect(Collectors.joining(" union all ")))
            .query(String.class)
            .list();
    if (!written.isEmpty()) {
      jdbc.sql("truncate " + String.join(", ", written)).update();
    }
  }

  private static Stream<Class<?>> parts(String feature) {
    return new ClassPathScanningCandidateComponentProvider(true)
        .findCandidateComponents("jp.tsunagaru." + feature + ".read").stream()
            .map(BeanDefinition::getBeanClassName)
            .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null));
  }

  private static List<String> tables() {
    return JdbcClient.create(DATABASE)
        .sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
             where table_type = 'BASE TABLE'
               and (table_schema = 'view' or table_schema = 'guard' and table_name in ('draft', 'saved_search'))
             order by 1\
            """)
        .query(String.class)
        .list();
  }

  private static DataSource database() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .start();
      HikariConfig pool = new HikariConfig();
      pool.setDataSource(postgres.getPostgresDatabase(Map.of("reWriteBatchedInserts", "true")));
      pool.setMaximumPoolSize(4);
      DataSource database = new HikariDataSource(pool);
      Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
      JdbcClient.create(database)
          .sql(
              """
              create schema if not exists guard;
              create table if not exists guard.draft (account_id text, document_id text,
                patient_id text, kind text not null default 'ARTICLE', sealed bytea,
                saved_at timestamptz);
              create table if not exists guard.saved_search (account_id text, search_id text,
                sealed bytea, saved_at timestamptz)\
              """)
          .update();
      return database;
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
