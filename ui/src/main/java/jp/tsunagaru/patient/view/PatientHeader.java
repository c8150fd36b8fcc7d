package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.query.Closing;
import jp.tsunagaru.patient.query.PatientDetails;
import jp.tsunagaru.patient.query.SharingState;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** Who this is, always in sight: taking one patient for another is the worst mistake here. */
final class PatientHeader extends Header {
  PatientHeader() {
    addClassName("patient-header");
  }

  void show(PatientDetails patient, LocalDate today) {
    BasicInfo info = patient.basicInfo();
    H1 name = new H1(info.fullName());
    Span kana = new Span(info.kana());
    kana.addClassName("patient-kana");
    Div who = new Div(kana, name);
    who.addClassName("patient-who");
    if (patient.sameName()) {
      who.add(PatientRowCard.chip("patient.sameName", "state-wait"));
    }
    switch (patient.sharing()) {
      case PROVISIONAL -> who.add(PatientRowCard.chip("patient.provisional.long", "state-wait"));
      case STOPPED -> who.add(PatientRowCard.chip("patient.stopped", "state-bad"));
      case ENDED -> who.add(PatientRowCard.chip("patient.ended", "state-wait"));
      case SHARED, WITHDRAWN -> {}
    }

    Div facts = new Div();
    facts.addClassName("patient-facts");
    facts.add(
        new Span(
            Texts.get(
                "patient.birthAndAge",
                DateTexts.era(info.birthDate()),
                PatientRowCard.age(info.birthDate(), today))),
        new Span(Names.of(info.gender())));
    CareLevel level = info.careLevel();
    if (level != null) {
      facts.add(care(info, level, today));
    }
    if (!info.physician().isEmpty()) {
      facts.add(new Span(Texts.get("patient.row.physician", info.physician())));
    }
    if (!info.careManager().isEmpty()) {
      facts.add(new Span(Texts.get("patient.header.careManager", info.careManager())));
    }
    info.phones().stream().limit(2).forEach(phone -> facts.add(phone(phone)));

    removeAll();
    add(who, facts);
    if (patient.sharing() == SharingState.WITHDRAWN) {
      Div unlocked = new Div(new Span(Texts.get("lawful.banner")));
      unlocked.addClassNames("danger-box", "patient-ended");
      add(unlocked);
    }
    Closing closing = patient.closing();
    if (closing != null) {
      Div kept =
          new Div(
              new Span(
                  Texts.get(
                      "patient.ended.banner",
                      Texts.of("consent.endReason", closing.reason()),
                      DateTexts.date(closing.endedOn()),
                      DateTexts.date(closing.until()))));
      kept.addClassNames("attention-box", "patient-ended");
      add(kept);
    }
    if (!info.allergies().isEmpty()) {
      Span words = new Span(Texts.get("patient.header.allergies", info.allergies()));
      Div allergies = new Div(VaadinIcon.WARNING.create(), words);
      allergies.addClassNames("patient-allergies", "danger");
      add(allergies);
    }
  }

  private static Span care(BasicInfo info, CareLevel level, LocalDate today) {
    LocalDate to = info.careLevelTo();
    Span care = new Span(new Span(Names.of(level)));
    if (to != null) {
      boolean expired = to.isBefore(today);
      Span until =
          new Span(
              Texts.get(
                  expired ? "patient.header.expired" : "patient.header.until", DateTexts.era(to)));
      until.addClassNames(expired ? "amber" : "muted");
      care.add(until);
    }
    care.addClassName("patient-care");
    return care;
  }

  private static Span phone(String typed) {
    Span phone = new Span(VaadinIcon.PHONE.create(), BasicInfoFacts.phone(typed));
    phone.addClassName("patient-phone");
    return phone;
  }
}
