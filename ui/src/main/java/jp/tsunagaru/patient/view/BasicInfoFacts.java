package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.PhoneNumber;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.EmergencyContact;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 基本情報 to read. */
final class BasicInfoFacts extends DescriptionList {
  BasicInfoFacts(BasicInfo info, LocalDate today) {
    addClassName("facts");
    fact("patient.name", info.fullName());
    fact("patient.kana", info.kana());
    fact("patient.gender", Names.of(info.gender()));
    fact(
        "patient.birthDate",
        Texts.get(
            "patient.birthAndAge",
            DateTexts.date(info.birthDate()),
            PatientRowCard.age(info.birthDate(), today)));
    fact(
        "patient.address",
        info.postalCode().isEmpty()
            ? info.address()
            : Texts.get("patient.addressWithCode", info.postalCode(), info.address()));
    if (!info.elsewhereReason().isEmpty()) {
      fact("patient.elsewhereReason", info.elsewhereReason());
    }
    fact("patient.phones", info.phones().stream().map(BasicInfoFacts::phone).toList());
    fact(
        "patient.section.emergency",
        info.emergencyContacts().stream().map(BasicInfoFacts::contact).toList());
    fact("patient.insurerNumber", info.insurerNumber());
    fact("patient.insuredNumber", info.insuredNumber());
    CareLevel level = info.careLevel();
    fact("patient.careLevel", level == null ? "" : Names.of(level));
    fact("patient.careLevelValidity", validity(info.careLevelFrom(), info.careLevelTo()));
    fact("patient.healthInsurance", info.healthInsurance());
    fact("patient.physician", info.physician());
    fact("patient.careManager", info.careManager());
    fact("patient.allergies", info.allergies());
  }

  static String validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null && to == null) {
      return "";
    }
    return Texts.get(
        "patient.validity",
        from == null ? "" : DateTexts.era(from),
        to == null ? "" : DateTexts.era(to));
  }

  /** A number to tap; as typed, since people recognise their own spelling. */
  static Component phone(String typed) {
    return PhoneNumber.parse(typed)
        .<Component>map(phone -> new Anchor("tel:" + phone.digits(), phone.display()))
        .orElseGet(() -> new Span(typed));
  }

  private static Component contact(EmergencyContact contact) {
    Span line =
        new Span(
            new Span(
                Texts.get(
                    contact.relationship().isEmpty()
                        ? "patient.emergency.line"
                        : "patient.emergency.lineWithRelationship",
                    contact.name(),
                    contact.relationship())));
    line.add(phone(contact.phone()));
    line.addClassName("contact-line");
    return line;
  }

  private void fact(String key, String value) {
    fact(key, value.isEmpty() ? List.of() : List.of(new Span(value)));
  }

  private void fact(String key, List<Component> values) {
    Description description = new Description();
    if (values.isEmpty()) {
      Span none = new Span(Texts.get("patient.none"));
      none.addClassName("muted");
      description.add(none);
    } else {
      description.add(values.stream().collect(Collectors.toList()));
    }
    description.addClassName("fact-values");
    add(new Term(Texts.get(key)), description);
  }
}
