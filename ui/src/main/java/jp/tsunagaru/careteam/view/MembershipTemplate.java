package jp.tsunagaru.careteam.view;

import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.ListRightsTemplates;
import jp.tsunagaru.careteam.query.RightsTemplateList;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.shell.view.Gateways;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a profession (TM-03 職種テンプレート): the city's template, or what is built in; the
 * person who assigns may change it.
 */
final class MembershipTemplate {
  private final @Nullable RightsTemplateList ofCity;

  private MembershipTemplate(@Nullable RightsTemplateList ofCity) {
    this.ofCity = ofCity;
  }

  /** The proposals as they stand now; what is built in when they cannot be had. */
  static void load(Gateways gateways, Consumer<MembershipTemplate> then) {
    gateways.ask(
        new ListRightsTemplates(),
        RightsTemplateList.class,
        found -> then.accept(new MembershipTemplate(found)),
        failure -> then.accept(builtIn()));
  }

  static MembershipTemplate builtIn() {
    return new MembershipTemplate(null);
  }

  MembershipTerms of(Profession profession) {
    return new MembershipTerms(role(profession), rights(profession), null, null);
  }

  private Set<Right> rights(Profession profession) {
    return ofCity == null ? BuiltInRights.of(profession) : ofCity.rights(profession);
  }

  static TeamRole role(Profession profession) {
    return switch (profession.family()) {
      case MEDICAL ->
          profession == Profession.PHYSICIAN ? TeamRole.ATTENDING_PHYSICIAN : TeamRole.OTHER;
      case DENTAL -> profession == Profession.DENTIST ? TeamRole.DENTIST : TeamRole.OTHER;
      case PHARMACY -> TeamRole.PHARMACIST;
      case NURSING -> TeamRole.VISITING_NURSE;
      case REHABILITATION -> TeamRole.REHABILITATION;
      case CARE_MANAGEMENT -> TeamRole.CARE_MANAGER;
      case CARE -> TeamRole.HOME_HELPER;
      case WELFARE -> TeamRole.SOCIAL_WORKER;
      case ADMINISTRATION, OTHER -> TeamRole.OTHER;
    };
  }
}
