package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.tsunagaru.access.LawfulOpeningId;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** Everything the history knows about one step, and on what ground it was allowed. */
class StepDetail extends Div {
  private final transient Gateways gateways;
  private final transient Consumer<AccessStep> why;

  /**
   * @param why asks for the reasons of a step about a patient
   */
  StepDetail(Gateways gateways, Consumer<AccessStep> why) {
    this.gateways = gateways;
    this.why = why;
    addClassNames("card", "step-detail");
    clear();
  }

  void clear() {
    removeAll();
    Paragraph hint = new Paragraph(Texts.get("audit.detail.none"));
    hint.addClassName("muted");
    add(hint);
  }

  void show(AccessStep step) {
    removeAll();
    Div marks = new Div();
    marks.addClassName("row");
    step.marks().forEach(mark -> marks.add(StepTexts.mark(mark)));
    Paragraph when = new Paragraph(DateTexts.exact(step.at()));
    when.addClassName("step-when");
    add(when, new H2(StepTexts.action(step)));
    if (!step.marks().isEmpty()) {
      add(marks);
    }
    add(who(step), new H2(Texts.get("audit.ground")), ground(step));
    if (!step.patientId().isEmpty() && !step.accountId().isEmpty()) {
      add(new Button(Texts.get("audit.why"), click -> why.accept(step)));
    }
    if (!step.facility().isEmpty()) {
      add(new Anchor("/log-review", Texts.get("audit.toReview")));
    }
    add(new H2(Texts.get("audit.proof")), new ProofPanel(gateways, step));
  }

  private static DescriptionList who(AccessStep step) {
    DescriptionList facts = facts();
    fact(facts, "audit.actor", StepTexts.actor(step));
    fact(facts, "audit.hat", Names.roleCodes(step.roles()));
    fact(facts, "profile.facility", step.facility());
    fact(facts, "staff.profession", Names.profession(step.profession()));
    fact(facts, "audit.patient", StepTexts.patient(step));
    fact(facts, "audit.lookedAt", StepTexts.lookedAt(step));
    fact(facts, "audit.documents", StepTexts.documents(step));
    fact(facts, "audit.attachment", step.attachmentId());
    fact(facts, "audit.object", step.object());
    fact(facts, "audit.printing", StepTexts.printing(step));
    fact(facts, "audit.result", StepTexts.resultChip(step));
    fact(facts, "audit.results", step.results() < 0 ? "" : Integer.toString(step.results()));
    fact(facts, "audit.session", step.session());
    fact(facts, "audit.factors", StepTexts.factors(step));
    fact(facts, "audit.address", step.address());
    fact(facts, "audit.position", Long.toString(step.position()));
    fact(facts, "audit.eventId", step.eventId());
    return facts;
  }

  private static Component ground(AccessStep step) {
    Ground ground = step.ground();
    if (ground == null || StepTexts.atDesk(ground)) {
      String why =
          ground != null
              ? "audit.ground.atDesk"
              : step.kind().change() ? "audit.ground.ofChange" : "audit.ground.none";
      Paragraph none = new Paragraph(Texts.get(why));
      none.addClassName("muted");
      return none;
    }
    DescriptionList facts = facts();
    LocalDate consentedOn = ground.consentedOn();
    fact(
        facts,
        "audit.ground.consent",
        consentedOn == null
            ? Texts.get("audit.ground.noConsent")
            : Texts.get("audit.ground.consentedOn", DateTexts.date(consentedOn)));
    Instant grantedAt = ground.grantedAt();
    boolean emergency = !ground.breakGlassId().isEmpty();
    fact(
        facts,
        LawfulOpeningId.isOne(ground.breakGlassId())
            ? "audit.ground.lawful"
            : "audit.ground.emergency",
        ground.breakGlassId());
    fact(
        facts,
        "audit.ground.grant",
        grantedAt == null
            ? emergency ? "" : Texts.get("audit.ground.registrar")
            : Texts.get("audit.ground.granted", DateTexts.moment(grantedAt), ground.grantedBy()));
    fact(facts, "audit.ground.group", ground.group());
    fact(facts, "audit.ground.right", Texts.find("right." + ground.right()).orElse(ground.right()));
    fact(facts, "audit.ground.id", ground.grantId());
    return facts;
  }

  private static DescriptionList facts() {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    return facts;
  }

  private static void fact(DescriptionList facts, String term, String value) {
    if (!value.isEmpty()) {
      Span text = new Span(value);
      text.addClassName("lines");
      fact(facts, term, text);
    }
  }

  private static void fact(DescriptionList facts, String term, Component value) {
    facts.add(new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(value));
  }
}
