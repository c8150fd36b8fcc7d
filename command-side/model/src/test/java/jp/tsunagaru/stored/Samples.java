package jp.tsunagaru.stored;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;

/** One instance of every event, always the same, with something in every field. */
final class Samples {
  private static final String SUFFIX = "00000000000000000000000001";
  private static final Subject SUBJECT = new Subject("doc_" + SUFFIX, "pat_" + SUFFIX);

  /** Values that refuse what reflection would make up. */
  private static final Map<Class<?>, Object> KNOWN =
      Map.ofEntries(
          Map.entry(String.class, "文字 text"),
          Map.entry(BreakGlassSwitchId.class, BreakGlassSwitchId.CITY),
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
                  "ペニシリン")));

  private Samples() {}

  static Object of(Class<?> event) {
    return sample(event);
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
