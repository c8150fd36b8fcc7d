package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.japanese.InsuredNumber;
import jp.tsunagaru.japanese.InsurerNumber;
import jp.tsunagaru.japanese.PostalCode;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** Every field of 基本情報 (PT-07); what is wrong stands beside its field and is counted on top. */
final class BasicInfoForm extends Div {
  private final Clock clock;
  private final String cityName;
  private final boolean registering;
  private final Span errors = new Span();
  private final TextField familyName = text("familyName", 40);
  private final TextField givenName = text("givenName", 40);
  private final TextField familyKana = text("familyKana", 40);
  private final TextField givenKana = text("givenKana", 40);
  private final RadioButtonGroup<Gender> gender =
      new RadioButtonGroup<>(Texts.get("patient.gender"));
  private final WarekiField birthDate = new WarekiField(Texts.get("patient.birthDate"));
  private final TextField postalCode = text("postalCode", 10);
  private final TextField address = text("address", 120);
  private final TextField elsewhereReason = text("elsewhereReason", 120);
  private final PhoneFields phones = new PhoneFields();
  private final EmergencyContactFields contacts = new EmergencyContactFields();
  private final TextField insurerNumber = text("insurerNumber", 8);
  private final TextField insuredNumber = text("insuredNumber", 10);
  private final Select<CareLevel> careLevel = new Select<>();
  private final WarekiField careLevelFrom = new WarekiField(Texts.get("patient.careLevelFrom"));
  private final WarekiField careLevelTo = new WarekiField(Texts.get("patient.careLevelTo"));
  private final TextField healthInsurance = text("healthInsurance", 80);
  private final TextField physician = text("physician", 80);
  private final TextField careManager = text("careManager", 80);
  private final TextArea allergies = new TextArea(Texts.get("patient.allergies"));
  private final Map<String, HasValidationProperties> byName = new HashMap<>();

  /**
   * @param cityName as it stands in an address of the city
   * @param registering whether the reason is needed; who moves out later is asked whether use ends
   */
  BasicInfoForm(Clock clock, String cityName, boolean registering) {
    this.clock = clock;
    this.cityName = cityName;
    this.registering = registering;

    gender.setItems(Gender.values());
    gender.setItemLabelGenerator(Names::of);
    gender.setRequiredIndicatorVisible(true);
    birthDate.setRequiredIndicatorVisible(true);
    birthDate.setRemark(
        date -> Texts.get("patient.ageInBrackets", PatientRowCard.age(date, LocalDate.now(clock))));
    for (TextField field : List.of(familyName, familyKana, address)) {
      field.setRequiredIndicatorVisible(true);
    }
    familyName.setHelperText(Texts.get("patient.name.help"));
    givenName.setHelperText(Texts.get("patient.mononym.help"));
    postalCode.getElement().setAttribute("inputmode", "numeric");
    postalCode.addValueChangeListener(event -> hintPostalCode());
    insurerNumber.addValueChangeListener(event -> hintInsurer());
    insuredNumber.addValueChangeListener(event -> hintInsured());
    careLevel.setLabel(Texts.get("patient.careLevel"));
    careLevel.setItems(CareLevel.values());
    careLevel.setItemLabelGenerator(
        level -> level == null ? Texts.get("patient.careLevel.none") : Names.of(level));
    careLevel.setEmptySelectionAllowed(true);
    careLevel.setEmptySelectionCaption(Texts.get("patient.careLevel.none"));
    careLevelTo.setRemark(
        date -> date.isBefore(LocalDate.now(clock)) ? Texts.get("patient.careLevel.expired") : "");
    physician.setHelperText(Texts.get("patient.physician.help"));
    allergies.setMaxLength(400);
    allergies.setHelperText(Texts.get("patient.allergies.help"));
    allergies.addClassName("wide");
    address.addClassName("wide");
    address.addValueChangeListener(event -> askWhyElsewhere());
    elsewhereReason.addClassName("wide");
    elsewhereReason.setHelperText(Texts.get("patient.elsewhereReason.help", cityName));
    elsewhereReason.setRequiredIndicatorVisible(registering);
    elsewhereReason.setVisible(false);
    healthInsurance.setHelperText(Texts.get("patient.healthInsurance.help"));
    errors.addClassName("danger-box");
    errors.getElement().setAttribute("role", "alert");
    errors.setVisible(false);

    addClassName("basic-form");
    add(
        errors,
        section(
            "patient.section.person",
            familyName,
            givenName,
            familyKana,
            givenKana,
            gender,
            birthDate),
        section("patient.section.contact", postalCode, address, elsewhereReason, phones),
        section("patient.section.emergency", contacts),
        section(
            "patient.section.insurance",
            insurerNumber,
            insuredNumber,
            careLevel,
            careLevelFrom,
            careLevelTo,
            healthInsurance),
        section("patient.section.care", physician, careManager, allergies));
    name();
  }

  void setValue(BasicInfo info) {
    familyName.setValue(info.familyName());
    givenName.setValue(info.givenName());
    familyKana.setValue(info.familyKana());
    givenKana.setValue(info.givenKana());
    gender.setValue(info.gender());
    birthDate.setValue(info.birthDate());
    postalCode.setValue(info.postalCode());
    address.setValue(info.address());
    phones.setValue(info.phones());
    contacts.setValue(info.emergencyContacts());
    insurerNumber.setValue(info.insurerNumber());
    insuredNumber.setValue(info.insuredNumber());
    careLevel.setValue(info.careLevel());
    careLevelFrom.setValue(info.careLevelFrom());
    careLevelTo.setValue(info.careLevelTo());
    physician.setValue(info.physician());
    careManager.setValue(info.careManager());
    allergies.setValue(info.allergies());
    healthInsurance.setValue(info.healthInsurance());
    elsewhereReason.setValue(info.elsewhereReason());
    askWhyElsewhere();
  }

  String fullName() {
    return (familyName.getValue().strip() + " " + givenName.getValue().strip()).strip();
  }

  /** What was entered, or nothing while a field needs attention. */
  Optional<BasicInfo> read() {
    byName.values().forEach(field -> field.setInvalid(false));
    int wrong = 0;
    wrong += missing(familyName, familyName.getValue().isBlank());
    wrong += missing(familyKana, familyKana.getValue().isBlank());
    wrong += missing(gender, gender.isEmpty());
    wrong += missing(address, address.getValue().isBlank());
    wrong +=
        missing(
            elsewhereReason, registering && isElsewhere() && elsewhereReason.getValue().isBlank());
    LocalDate birth = birthDate.getValue();
    wrong += date(birthDate, true);
    wrong += date(careLevelFrom, false);
    wrong += date(careLevelTo, false);
    if (birth != null && birth.isAfter(LocalDate.now(clock))) {
      wrong += mark(birthDate, Texts.get("patient.birthDate.future"));
    }
    if (!postalCode.getValue().isBlank() && PostalCode.parse(postalCode.getValue()).isEmpty()) {
      wrong += mark(postalCode, Texts.get("patient.postalCode.invalid"));
    }
    wrong += phones.check() ? 0 : 1;
    wrong += contacts.check() ? 0 : 1;
    if (wrong > 0 || birth == null) {
      report(Math.max(1, wrong));
      return Optional.empty();
    }
    try {
      BasicInfo info = info(birth);
      errors.setVisible(false);
      return Optional.of(info);
    } catch (Refused refused) {
      refused(refused);
      return Optional.empty();
    }
  }

  /** Puts a refusal beside the field it is about. */
  void refused(Refused refused) {
    HasValidationProperties field = byName.get(refused.parameters().getOrDefault("field", ""));
    if (field == null) {
      Refusals.show(refused);
      return;
    }
    mark(field, Refusals.sentence(refused));
    report(1);
  }

  private BasicInfo info(LocalDate birth) {
    return new BasicInfo(
            familyName.getValue(),
            givenName.getValue(),
            familyKana.getValue(),
            givenKana.getValue(),
            gender.getValue(),
            birth,
            PostalCode.parse(postalCode.getValue()).map(PostalCode::display).orElse(""),
            address.getValue(),
            phones.getValue(),
            contacts.getValue(),
            InsurerNumber.parse(insurerNumber.getValue())
                .map(InsurerNumber::value)
                .orElse(insurerNumber.getValue()),
            InsuredNumber.parse(insuredNumber.getValue())
                .map(InsuredNumber::value)
                .orElse(insuredNumber.getValue()),
            careLevel.getValue(),
            careLevelFrom.getValue(),
            careLevelTo.getValue(),
            physician.getValue(),
            careManager.getValue(),
            allergies.getValue(),
            healthInsurance.getValue(),
            isElsewhere() ? elsewhereReason.getValue() : "")
        .checked();
  }

  private void report(int wrong) {
    errors.setText(Texts.get("patient.errors", wrong));
    errors.setVisible(true);
    getElement()
        .executeJs(
            "requestAnimationFrame(() => { const wrong = this.querySelector('[invalid]');"
                + " if (wrong) { wrong.scrollIntoView({ block: 'center' }); wrong.focus?.(); } })");
  }

  private int date(WarekiField field, boolean required) {
    if (field.isUnreadable()) {
      return mark(field, Texts.get("patient.date.unreadable"));
    }
    return required ? missing(field, field.getValue() == null) : 0;
  }

  private static int missing(HasValidationProperties field, boolean isMissing) {
    return isMissing ? mark(field, Texts.get("patient.missing")) : 0;
  }

  private static int mark(HasValidationProperties field, String sentence) {
    field.setErrorMessage(sentence);
    field.setInvalid(true);
    return 1;
  }

  /** 第6条, PT-06: whoever lives outside of the city takes part for a reason only. */
  private void askWhyElsewhere() {
    elsewhereReason.setVisible(isElsewhere());
  }

  private boolean isElsewhere() {
    return !livesIn(cityName, address.getValue());
  }

  /** An address not known yet is no other city. */
  static boolean livesIn(String cityName, String address) {
    return address.isBlank() || address.contains(cityName);
  }

  private void hintPostalCode() {
    String typed = postalCode.getValue();
    Optional<PostalCode> code = PostalCode.parse(typed);
    postalCode.setHelperText(
        typed.isBlank() || code.isEmpty()
            ? ""
            : code.get().isKomaki()
                ? code.get().display()
                : Texts.get("patient.postalCode.elsewhere", code.get().display()));
  }

  private void hintInsurer() {
    String typed = insurerNumber.getValue();
    Optional<InsurerNumber> number = InsurerNumber.parse(typed);
    boolean doubtful =
        !typed.isBlank() && !number.map(InsurerNumber::checkDigitMatches).orElse(false);
    insurerNumber.setHelperText(doubtful ? Texts.get("patient.insurerNumber.doubtful") : "");
  }

  private void hintInsured() {
    String typed = insuredNumber.getValue();
    boolean doubtful = !typed.isBlank() && InsuredNumber.parse(typed).isEmpty();
    insuredNumber.setHelperText(doubtful ? Texts.get("patient.insuredNumber.doubtful") : "");
  }

  /** Names of fields as refusals know them. */
  private void name() {
    byName.put("familyName", familyName);
    byName.put("givenName", givenName);
    byName.put("familyKana", familyKana);
    byName.put("givenKana", givenKana);
    byName.put("gender", gender);
    byName.put("birthDate", birthDate);
    byName.put("postalCode", postalCode);
    byName.put("address", address);
    byName.put("insurerNumber", insurerNumber);
    byName.put("insuredNumber", insuredNumber);
    byName.put("careLevelFrom", careLevelFrom);
    byName.put("careLevelTo", careLevelTo);
    byName.put("physician", physician);
    byName.put("careManager", careManager);
    byName.put("allergies", allergies);
    byName.put("healthInsurance", healthInsurance);
    byName.put("elsewhereReason", elsewhereReason);
  }

  private static TextField text(String name, int length) {
    TextField field = new TextField(Texts.get("patient." + name));
    field.setMaxLength(length);
    return field;
  }

  private static Component section(String title, HasElement... fields) {
    Div body = new Div();
    body.addClassName("fields");
    for (HasElement field : fields) {
      body.getElement().appendChild(field.getElement());
    }
    Div section = new Div(new H3(Texts.get(title)), body);
    section.addClassName("form-section");
    return section;
  }
}
