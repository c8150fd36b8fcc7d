package jp.tsunagaru.support.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.careteam.read.Viewer;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportState;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for support as they stand, or as they had stood at a version. */
@Component
public class SupportThreads {
  private static final int LINE = 60;
  private static final WrittenArticle ERASED =
      new WrittenArticle(new ArticleContent("", ""), new AuthorAsWritten("", ""));

  private static final String STEPS =
      """
      select document_id, version, recorded_at, profession, sealed_article, support_step, adoption
        from view.document_version
       where document_id = any (?) and support_step is not null
       order by version
      """;

  private static final String ASKED =
      """
      select s.*, coalesce(a.name, '') as addressee, coalesce(f.name, '') as facility
        from view.support_asked s
        left join view.account a on a.account_id = s.addressee_account_id
        left join view.facility f on f.facility_id = s.addressee_facility_id
       where s.document_id = any (?)
       order by s.version
      """;

  private static final String REFERENCES =
      """
      select t.document_id, t.occurred_on, t.attachments, t.form_version, dv.sealed_article
        from view.timeline_entry t
        join view.document_version dv
          on dv.document_id = t.document_id and dv.version = t.version
       where t.document_id = any (:documents) and t.patient_id = :patient
         and t.state = 'CONFIRMED' and %s
       order by t.occurred_on desc, t.recorded_at desc, t.document_id desc
      """
          .formatted(Viewer.SEES);

  private final JdbcClient jdbc;
  private final Sealer sealer;

  SupportThreads(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  private record Asked(
      long version,
      SupportKind kind,
      String authorId,
      String facilityId,
      Addressee addressee,
      String addresseeName,
      String addresseeFacility,
      @Nullable LocalDate dueOn,
      List<String> references,
      String contract) {}

  /**
   * @param versions up to which version of which document
   * @param acting whether to tell what the viewer may do now
   */
  public Map<String, SupportThread> of(
      PatientId patientId, Map<String, Long> versions, Viewer viewer, boolean acting) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    String[] documents = versions.keySet().toArray(String[]::new);
    Map<String, List<SupportStep>> steps = new HashMap<>();
    jdbc.sql(STEPS)
        .param(documents)
        .query(row -> {
          String id = row.getString("document_id");
          if (row.getLong("version") <= Objects.requireNonNull(versions.get(id))) {
            steps.computeIfAbsent(id, each -> new ArrayList<>()).add(step(row, id, patientId));
          }
        });
    Map<String, List<Asked>> asked = new LinkedHashMap<>();
    jdbc.sql(ASKED)
        .param(documents)
        .query(row -> {
          String id = row.getString("document_id");
          if (row.getLong("version") <= Objects.requireNonNull(versions.get(id))) {
            asked.computeIfAbsent(id, each -> new ArrayList<>()).add(asked(row, id, patientId));
          }
        });
    Map<String, SupportReference> references =
        references(
            patientId,
            asked.values().stream()
                .flatMap(each -> each.getLast().references().stream())
                .collect(Collectors.toSet()),
            viewer);
    Map<String, SupportThread> threads = new HashMap<>();
    asked.forEach((id, wordings) -> {
      List<SupportStep> said = steps.get(id);
      if (said != null) {
        threads.put(id, thread(wordings, said, references, viewer, acting));
      }
    });
    return threads;
  }

  /** What a search for words looks into: all that was ever said to it. */
  public String words(PatientId patientId, String documentId) {
    StringBuilder words = new StringBuilder();
    jdbc.sql(STEPS)
        .param(new String[] {documentId})
        .query(row -> {
          words.append(step(row, documentId, patientId).text()).append('\n');
        });
    jdbc.sql(ASKED)
        .param(new String[] {documentId})
        .query(row -> {
          words.append(asked(row, documentId, patientId).contract()).append('\n');
        });
    return words.toString();
  }

  private static SupportThread thread(
      List<Asked> wordings,
      List<SupportStep> said,
      Map<String, SupportReference> references,
      Viewer viewer,
      boolean acting) {
    Asked first = wordings.getFirst();
    Asked now = wordings.getLast();
    SupportState state = SupportState.valueOf(said.getLast().kind().name());
    boolean writes = acting && viewer.rights().contains(Right.WRITE);
    boolean owns = writes && viewer.owns(first.authorId(), first.facilityId());
    boolean asked = writes && isAsked(now.addressee(), viewer);
    return new SupportThread(
        now.kind(),
        state,
        now.addressee(),
        now.addresseeName(),
        now.addresseeFacility(),
        now.dueOn(),
        now.contract(),
        now.references().stream().map(references::get).filter(Objects::nonNull).toList(),
        List.copyOf(said),
        owns && state == SupportState.REQUESTED,
        asked && state.isOpen(),
        asked && state == SupportState.REQUESTED,
        writes
            && viewer.accountId().equals(first.authorId())
            && (state == SupportState.ANSWERED || state == SupportState.DECIDED),
        owns && state.isOpen());
  }

  private static boolean isAsked(Addressee addressee, Viewer viewer) {
    AccountId person = addressee.accountId();
    return addressee.facilityId().value().equals(viewer.facilityId())
        && (person == null || person.value().equals(viewer.accountId()));
  }

  private Map<String, SupportReference> references(
      PatientId patientId, Set<String> documents, Viewer viewer) {
    if (documents.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> parameters = new HashMap<>(viewer.parameters());
    parameters.put("documents", documents.toArray(String[]::new));
    parameters.put("patient", patientId.value());
    Map<String, SupportReference> found = new HashMap<>();
    jdbc.sql(REFERENCES)
        .params(parameters)
        .query(row -> {
          found.put(row.getString("document_id"), reference(row, patientId));
        });
    return found;
  }

  private SupportReference reference(ResultSet row, PatientId patientId) throws SQLException {
    String id = row.getString("document_id");
    String form = row.getString("form_version");
    WrittenArticle article =
        form == null ? open(id, patientId, row.getBytes("sealed_article")) : ERASED;
    return new SupportReference(
        new DocumentId(id),
        row.getObject("occurred_on", LocalDate.class),
        article.author().name(),
        form == null ? line(article.content().text()) : FormDefinitions.official().of(form).title(),
        ((String[]) row.getArray("attachments").getArray()).length);
  }

  private static String line(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LINE)) + "…";
  }

  private SupportStep step(ResultSet row, String documentId, PatientId patientId)
      throws SQLException {
    WrittenArticle article = open(documentId, patientId, row.getBytes("sealed_article"));
    String adoption = row.getString("adoption");
    return new SupportStep(
        row.getLong("version"),
        SupportStep.Kind.valueOf(row.getString("support_step")),
        adoption == null ? null : Adoption.valueOf(adoption),
        article.author(),
        Profession.valueOf(row.getString("profession")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        article.content().text());
  }

  private Asked asked(ResultSet row, String documentId, PatientId patientId) throws SQLException {
    String person = row.getString("addressee_account_id");
    byte[] contract = row.getBytes("sealed_contract");
    return new Asked(
        row.getLong("version"),
        SupportKind.valueOf(row.getString("kind")),
        row.getString("author_id"),
        row.getString("facility_id"),
        new Addressee(
            new FacilityId(row.getString("addressee_facility_id")),
            person == null ? null : new AccountId(person)),
        row.getString("addressee"),
        row.getString("facility"),
        row.getObject("due_on", LocalDate.class),
        Arrays.asList((String[]) row.getArray("refs").getArray()),
        contract.length == 0
            ? ""
            : sealer
                .sealed(subject(documentId, patientId), contract, String.class)
                .read()
                .orElse(""));
  }

  /** Blank once the key is destroyed (消去済み). */
  private WrittenArticle open(String documentId, PatientId patientId, byte[] sealed) {
    return sealed.length == 0
        ? ERASED
        : sealer
            .sealed(subject(documentId, patientId), sealed, WrittenArticle.class)
            .read()
            .orElse(ERASED);
  }

  private static Subject subject(String documentId, PatientId patientId) {
    return Subject.of(new DocumentId(documentId), patientId);
  }
}
