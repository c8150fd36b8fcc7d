package jp.tsunagaru.consent.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.careteam.view.ColleagueBox;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;
import jp.tsunagaru.terms.TermsInForce;
import jp.tsunagaru.terms.TermsText;
import org.axonframework.queryhandling.QueryGateway;

/** What stands on a signed 様式第2: who signed, on what ground, who explained, when, which text. */
public final class ConsentForm extends Div {
  private final TermsText explained;
  private final Clock clock;
  private final RadioButtonGroup<ConsentKind> kind =
      new RadioButtonGroup<>(Texts.get("consent.kind"));
  private final RadioButtonGroup<ProxyGround> ground =
      new RadioButtonGroup<>(Texts.get("consent.ground"));
  private final TextField signer = new TextField(Texts.get("consent.signer"));
  private final TextField relationship = new TextField(Texts.get("consent.relationship"));
  private final WarekiField consentedOn = new WarekiField(Texts.get("consent.date"));
  private final ColleagueBox explainer;
  private String proposed = "";

  public ConsentForm(TermsInForce terms, QueryGateway queries, Clock clock) {
    this.explained = terms.consentForm();
    this.clock = clock;
    SignedInUser me = SignedInUser.require();
    explainer = new ColleagueBox(Texts.get("consent.explainer"), queries);
    Pre text = new Pre(explained.text());
    NativeDetails sheet =
        new NativeDetails(
            Texts.get(
                "consent.text", explained.version(), DateTexts.date(explained.effectiveFrom())),
            text);

    kind.setItems(ConsentKind.values());
    kind.setItemLabelGenerator(each -> Texts.of("consent.kind", each));
    kind.addValueChangeListener(event -> {
      kind.setInvalid(false);
      showProxy(event.getValue() == ConsentKind.PROXY);
    });
    ground.setItems(ProxyGround.values());
    ground.setItemLabelGenerator(each -> Texts.of("consent.ground", each));
    ground.setHelperText(Texts.get("consent.ground.help"));
    ground.setRequiredIndicatorVisible(true);
    signer.setRequiredIndicatorVisible(true);
    relationship.setHelperText(Texts.get("consent.relationship.help"));
    relationship.setRequiredIndicatorVisible(true);
    consentedOn.setRequiredIndicatorVisible(true);
    consentedOn.setValue(LocalDate.now(clock));
    explainer.setRequiredIndicatorVisible(true);
    explainer.setValue(
        new Colleague(me.accountId(), me.displayName(), "", me.facilityName(), me.profession()));
    kind.setValue(ConsentKind.SELF);

    text.addClassName("sheet-text");
    addClassName("form");
    add(
        new Paragraph(Texts.get("consent.explain")),
        sheet,
        kind,
        ground,
        signer,
        relationship,
        explainer,
        consentedOn);
  }

  /** Proposes the patient as the one who signed. */
  public void propose(String patientName) {
    if (kind.getValue() == ConsentKind.SELF) {
      signer.setValue(patientName);
      proposed = patientName;
    }
  }

  public boolean signedByPatient() {
    return kind.getValue() == ConsentKind.SELF;
  }

  public String summary() {
    LocalDate date = consentedOn.getValue();
    return Texts.get(
        signedByPatient() ? "consent.summary.self" : "consent.summary.proxy",
        signer.getValue(),
        relationship.getValue(),
        date == null ? "" : DateTexts.date(date));
  }

  /** Whether everything is there, the signer's name apart when {@code signerLater}. */
  public boolean check(boolean signerLater) {
    boolean proxy = kind.getValue() == ConsentKind.PROXY;
    boolean complete = true;
    complete &= mark(ground, proxy && ground.getValue() == null);
    complete &= mark(signer, (proxy || !signerLater) && signer.getValue().isBlank());
    complete &= mark(relationship, proxy && relationship.getValue().isBlank());
    complete &= mark(explainer, explainer.getValue() == null);
    LocalDate date = consentedOn.getValue();
    complete &= mark(consentedOn, date == null);
    if (date != null && date.isAfter(LocalDate.now(clock))) {
      consentedOn.setErrorMessage(Texts.get("consent.date.future"));
      consentedOn.setInvalid(true);
      complete = false;
    }
    return complete;
  }

  /** PT-03: whether who signed fits the age of that day; says beside the field what does not. */
  public boolean fits(LocalDate born) {
    LocalDate date = consentedOn.getValue();
    if (date == null) {
      return true;
    }
    boolean minor = date.isBefore(born) || Age.isMinor(born, date);
    boolean asMinor =
        kind.getValue() == ConsentKind.PROXY && ground.getValue() == ProxyGround.MINOR;
    kind.setErrorMessage(
        Texts.get(minor ? "refusal.CONSENT_OF_MINOR" : "refusal.CONSENT_OF_ADULT"));
    kind.setInvalid(minor != asMinor);
    return minor == asMinor;
  }

  /** The command for a patient, or nothing while a field needs attention. */
  public Optional<RecordConsent> read(PatientId patientId) {
    LocalDate date = consentedOn.getValue();
    Colleague who = explainer.getValue();
    if (!check(false) || date == null || who == null) {
      return Optional.empty();
    }
    boolean proxy = kind.getValue() == ConsentKind.PROXY;
    AccountId explainerId = who.accountId();
    try {
      return Optional.of(
          new RecordConsent(
              ConsentId.of(patientId),
              patientId,
              kind.getValue(),
              proxy ? ground.getValue() : null,
              explainerId,
              date,
              explained.version(),
              new ConsentSignatures(
                      who.name(), signer.getValue(), proxy ? relationship.getValue() : "")
                  .checked()));
    } catch (Refused refused) {
      Refusals.show(refused);
      return Optional.empty();
    }
  }

  private void showProxy(boolean proxy) {
    if (proxy && signer.getValue().equals(proposed)) {
      signer.clear();
    }
    ground.setVisible(proxy);
    relationship.setVisible(proxy);
    signer.setLabel(Texts.get(proxy ? "consent.signer.proxy" : "consent.signer"));
  }

  private static <
          F extends
              com.vaadin.flow.component.HasElement
                  & com.vaadin.flow.component.shared.HasValidationProperties>
      boolean mark(F field, boolean missing) {
    field.setErrorMessage(missing ? Texts.get("consent.missing") : "");
    field.setInvalid(missing);
    return !missing;
  }
}
