package jp.tsunagaru;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.BreakGlassSwitchId;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.access.command.RequestLawfulOpening;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.audit.command.ConfirmRights;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.ChangeRightsTemplate;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Id;
import jp.tsunagaru.patient.ExtendedSchema.Field;
import jp.tsunagaru.patient.ExtendedSchema.Kind;
import jp.tsunagaru.patient.ExtendedSchema.Section;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import jp.tsunagaru.retention.DeletionScope;

/**
 * Makes a message of any type, about what it is told to be about. What its checks accept has to be
 * named here; the rest is made up.
 */
final class Specimens {
  private final Map<Class<?>, Object> known = new HashMap<>();

  Specimens(PatientId patientId) {
    about(patientId);
    about(ConsentId.of(patientId));
    about(CareTeamId.of(patientId));
    about(BreakGlassSwitchId.CITY);
    about(RightsTemplatesId.CITY);
    about(ExtendedSchemasId.CITY);
    about(
        new DefineExtendedSchema(
            ExtendedSchemasId.CITY,
            "mihon",
            LocalDate.of(2000, 4, 1),
            List.of(new Section("見本", List.of(new Field("mihon", Kind.TEXT, "見本", List.of()))))));
    about(
        new RequestLawfulOpening(
            LawfulOpeningId.next(),
            new SoughtPatient(LocalDate.of(1947, 7, 5), "見本 花子", ""),
            AccountId.next(),
            LawfulGround.COURT_ORDER,
            "見本",
            1));
    about(
        new ChangeRightsTemplate(RightsTemplatesId.CITY, Profession.NURSE, 0, Set.of(Right.VIEW)));
    about(LogReviewId.of(LogPeriod.of(YearMonth.of(2000, 4), 1)));
    about(ReviewFinding.INCIDENT);
    about(RightsAttestationId.of(FacilityId.CITY));
    about(new FiscalQuarter(2000, 1));
    about(
        new ConfirmRights(
            RightsAttestationId.of(FacilityId.CITY),
            new FiscalQuarter(2000, 1),
            AttestationVerdict.NEEDED,
            List.of(
                new HeldRights(
                    AccountId.next(), Profession.NURSE, Set.of(), Set.of(Right.VIEW), 1, 0))));
    about(new LoginId("tameshi"));
    about(Visibility.TEAM);
    about(DeletionScope.EVERYTHING);
    about(new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW), null, null));
    about(Preparation.person("見本", "花子", "みほん", "はなこ", "0568-00-7000"));
    about(
        new FacilityProfile(
            "見本",
            "485-0041",
            "小牧市小牧三丁目1番地",
            Affiliation.MEDICAL_ASSOCIATION,
            "",
            "",
            "0568-76-1188",
            "",
            "mihon@example.jp",
            Set.of(PublicField.NAME)));
  }

  void about(Object value) {
    known.put(value.getClass(), value);
  }

  Object of(Class<?> type) {
    if (known.containsKey(type)) {
      return known.get(type);
    }
    try {
      Class<?>[] components =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(components);
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(constructor.getParameters()).map(this::value).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no specimen of " + type.getSimpleName(), e);
    }
  }

  private Object value(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (known.containsKey(type)) {
      return known.get(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (Id.class.isAssignableFrom(type)) {
      return next(type);
    }
    if (type.isRecord()) {
      return of(type);
    }
    return switch (type.getSimpleName()) {
      case "String" -> "mihon";
      case "int", "Integer" -> 30;
      case "long", "Long" -> 1L;
      case "boolean" -> false;
      case "LocalDate" -> LocalDate.of(2000, 4, 1);
      case "Instant" -> Instant.EPOCH;
      case "List" -> List.of();
      case "Set" -> Set.of();
      case "Map" -> Map.of();
      default -> throw new IllegalStateException("no specimen of " + type.getName());
    };
  }

  private static Object next(Class<?> type) {
    try {
      return type.getMethod("next").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no specimen of " + type.getSimpleName(), e);
    }
  }
}
