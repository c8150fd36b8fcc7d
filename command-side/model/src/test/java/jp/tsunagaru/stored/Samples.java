package jp.tsunagaru.stored;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentRevised;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.event.AdministratorAppointed;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.event.BasicInfoChanged;
import jp.tsunagaru.patient.event.PatientRegistered;

/** One instance of every event, always the same, with something in every field. */
final class Samples {
  private static final String SUFFIX = "00000000000000000000000001";
  private static final Subject SUBJECT = new Subject("doc_" + SUFFIX, "pat_" + SUFFIX);

  /** Values that refuse what reflection would make up. */
  private static final Map<Class<?>, Object> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, "文字 text"),
          Map.entry(BreakGlassSwitchId.class, BreakGlassSwitchId.CITY),
          Map.entry(RightsTemplatesId.class, RightsTemplatesId.CITY),
          Map.entry(ExtendedSchemasId.class, ExtendedSchemasId.CITY),
          Map.entry(BigDecimal.class, new BigDecimal("36.5")),
          Map.entry(LogReviewId.class, LogReviewId.of(LogPeriod.of(YearMonth.of(2026, 10), 1))),
          Map.entry(RightsAttestationId.class, new RightsAttestationId("rat_" + SUFFIX)),
          Map.entry(FiscalQuarter.class, new FiscalQuarter(2026, 3)),
          Map.entry(int.class, 3),
          Map.entry(long.class, 4_000_000_000L),
          Map.entry(Long.class, 2L),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2026-11-22T03:04:05.678901Z")),
          Map.entry(LocalDate.class, LocalDate.of(2026, 11, 22)),
          Map.entry(LoginId.class, new LoginId("sakura-01")),
          Map.entry(PersonName.class, new PersonName("𠮷田", "花子", "よしだ", "はなこ")),
          Map.entry(
              MembershipTerms.class,
              new MembershipTerms(
                  TeamRole.PHARMACIST,
                  Set.of(Right.VIEW),
                  LocalDate.of(2026, 4, 1),
                  LocalDate.of(2027, 3, 31))),
          Map.entry(
              FacilityProfile.class,
              new FacilityProfile(
                  "さくら訪問看護ステーション",
                  "4850041",
                  "小牧市小牧三丁目1番地",
                  Affiliation.OTHER,
                  "2365500019",
                  "市民団体",
                  "0568-76-1188",
                  "0568-76-1189",
                  "sakura@example.jp",
                  Set.of(PublicField.NAME))),
          Map.entry(
              BasicInfo.class,
              new BasicInfo(
                  "髙橋",
                  "千代",
                  "たかはし",
                  "ちよ",
                  Gender.FEMALE,
                  LocalDate.of(1947, 7, 5),
                  "485-0041",
                  "小牧市堀の内一丁目1番地",
                  List.of("0568-76-1188"),
                  List.of(new EmergencyContact("髙橋 一", "長男", "090-0000-0000")),
                  "232199",
                  "0000000001",
                  CareLevel.CARE_2,
                  LocalDate.of(2026, 4, 1),
                  LocalDate.of(2027, 3, 31),
                  "東医院 東",
                  "西事業所 西",
                  "ペニシリン",
                  "愛知県後期高齢者医療広域連合 12345678",
                  "市内の施設に入所の予定")));

  private Samples() {}

  static Object of(Class<?> event) {
    return sample(event);
  }

  /** What was said before the event got its newest revision: what came in later was not. */
  static Object before(Class<?> event) {
    return switch (sample(event)) {
      case DocumentConfirmed e ->
          new DocumentConfirmed(
              e.documentId(),
              e.patientId(),
              e.authorId(),
              e.facilityId(),
              e.profession(),
              e.occurredOn(),
              e.tags(),
              e.visibility(),
              e.attachments(),
              Set.of(),
              inWords(e.article()));
      case DocumentRevised e ->
          new DocumentRevised(
              e.documentId(),
              e.patientId(),
              e.version(),
              e.authorId(),
              e.facilityId(),
              e.profession(),
              e.occurredOn(),
              e.tags(),
              e.visibility(),
              e.attachments(),
              Set.of(),
              inWords(e.article()),
              e.reason());
      case SharingStopped e ->
          new SharingStopped(e.consentId(), e.patientId(), e.channelCode(), null);
      case AdministratorAppointed e ->
          new AdministratorAppointed(e.facilityId(), e.accountId(), null);
      case SharingResumed e -> new SharingResumed(e.consentId(), e.patientId(), null, null);
      case PatientRegistered e ->
          new PatientRegistered(
              e.patientId(), e.registrarId(), e.facilityId(), asBefore(e.basicInfo()));
      case BasicInfoChanged e ->
          new BasicInfoChanged(e.patientId(), e.version(), asBefore(e.basicInfo()));
      case Object other -> throw new IllegalStateException("give an older " + other + " here");
    };
  }

  private static Personal<WrittenArticle> inWords(Personal<WrittenArticle> article) {
    WrittenArticle written = article.read().orElseThrow();
    ArticleContent content = written.content();
    return Personal.of(
        SUBJECT,
        new WrittenArticle(new ArticleContent(content.title(), content.text()), written.author()));
  }

  private static Personal<BasicInfo> asBefore(Personal<BasicInfo> newer) {
    BasicInfo info = newer.read().orElseThrow();
    return Personal.of(
        SUBJECT,
        new BasicInfo(
            info.familyName(),
            info.givenName(),
            info.familyKana(),
            info.givenKana(),
            info.gender(),
            info.birthDate(),
            info.postalCode(),
            info.address(),
            info.phones(),
            info.emergencyContacts(),
            info.insurerNumber(),
            info.insuredNumber(),
            info.careLevel(),
            info.careLevelFrom(),
            info.careLevelTo(),
            info.physician(),
            info.careManager(),
            info.allergies()));
  }

  private static Object sample(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> wanted = (Class<?>) type;
    Object known = KNOWN.get(wanted);
    if (known != null) {
      return known;
    }
    if (wanted.isEnum()) {
      return wanted.getEnumConstants()[0];
    }
    if (Id.class.isAssignableFrom(wanted)) {
      return made(wanted, prefix(wanted) + "_" + SUFFIX);
    }
    if (wanted.isRecord()) {
      return made(
          wanted,
          Arrays.stream(wanted.getRecordComponents())
              .map(RecordComponent::getGenericType)
              .map(Samples::sample)
              .toArray());
    }
    throw new IllegalStateException("give an example of " + wanted + " here");
  }

  private static Object container(Class<?> raw, Type[] of) {
    if (raw == Personal.class) {
      return Personal.of(SUBJECT, sample(of[0]));
    }
    if (raw == Set.class) {
      return Set.of(sample(of[0]));
    }
    if (raw == List.class) {
      return List.of(sample(of[0]));
    }
    if (raw == Map.class) {
      return Map.of(sample(of[0]), sample(of[1]));
    }
    throw new IllegalStateException("give an example of " + raw + " here");
  }

  private static Object made(Class<?> record, Object... parts) {
    try {
      Constructor<?> constructor =
          record.getDeclaredConstructor(
              Arrays.stream(record.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no example of " + record, e);
    }
  }

  /** What an id begins with stands in the ids that its class makes. */
  private static String prefix(Class<?> id) {
    try {
      Id next =
          Arrays.stream(id.getMethods()).anyMatch(method -> method.getName().equals("next"))
              ? (Id) id.getMethod("next").invoke(null)
              : companion(id);
      return next.value().substring(0, next.value().indexOf('_'));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no example of " + id, e);
    }
  }

  /** Ids that are derived from that of a patient. */
  private static Id companion(Class<?> id) throws ReflectiveOperationException {
    Class<?> patient = jp.tsunagaru.patient.PatientId.class;
    return (Id) id.getMethod("of", patient).invoke(null, patient.getMethod("next").invoke(null));
  }
}
