package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.AccessReasons.Outcome;
import jp.tsunagaru.access.AccessReasons.Step;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Why somebody sees something, or why not: one sentence, then rule by rule (TM-07). */
public final class AccessChain extends Div {
  /** Said only when they are what went wrong: nobody asks for the rest. */
  private static final Set<Rule> TACIT =
      EnumSet.of(Rule.PATIENT, Rule.DOCUMENT_OF_PATIENT, Rule.FILE_OF_DOCUMENT);

  /**
   * @param document whether a document is concerned, or the record as a whole
   */
  public AccessChain(ExplainedAccess access, String name, boolean document) {
    AccessReasons reasons = access.reasons();
    Paragraph sentence = new Paragraph(sentence(access, name, document));
    sentence.addClassName(reasons.allowed() ? "good-box" : "attention-box");
    OrderedList chain = new OrderedList();
    reasons.steps().stream()
        .filter(step -> step.outcome() == Outcome.BROKEN || !TACIT.contains(step.rule()))
        .forEach(step -> chain.add(row(step, access)));

    chain.addClassName("access-chain");
    addClassName("access-reasons");
    add(sentence, chain);
  }

  private static String sentence(ExplainedAccess access, String name, boolean document) {
    AccessReasons reasons = access.reasons();
    String what = Texts.get(document ? "careteam.why.document" : "careteam.why.record");
    if (!reasons.allowed()) {
      return Texts.get(
          "careteam.why.no",
          name,
          what,
          reasons.broken().map(rule -> Texts.of("careteam.why.because", rule)).orElse(""));
    }
    if (reasons.registrar()) {
      return Texts.get("careteam.why.registrar", name, what);
    }
    LocalDate consentedOn = access.consentedOn();
    String consent =
        consentedOn == null
            ? Texts.get("careteam.why.consent")
            : Texts.get("careteam.why.consentOn", DateTexts.date(consentedOn));
    if (reasons.emergency()) {
      return Texts.get("careteam.why.emergency", name, what, consent);
    }
    if (reasons.unlocked()) {
      return Texts.get("careteam.why.unlocked", name, what);
    }
    return access.group().isEmpty()
        ? Texts.get("careteam.why.member", name, what, consent)
        : Texts.get("careteam.why.groupMember", name, what, consent, access.group());
  }

  private static ListItem row(Step step, ExplainedAccess access) {
    Span outcome = new Span(Texts.of("careteam.why.outcome", step.outcome()));
    outcome.addClassName("state-chip");
    switch (step.outcome()) {
      case HOLDS -> outcome.addClassName("state-good");
      case BROKEN -> outcome.addClassName("state-bad");
      case NOT_REACHED -> {}
    }
    Span rule = new Span(Texts.of("careteam.why.rule", step.rule()));
    Span detail = new Span(detail(step, access));
    detail.addClassNames("small", "muted");
    Div words = new Div(rule, detail);
    words.addClassNames("two-lines", "grow");
    Div row = new Div(words, outcome);
    row.addClassName("row");
    return new ListItem(row);
  }

  private static String detail(Step step, ExplainedAccess access) {
    AccessReasons.Membership membership = access.reasons().membership();
    if (step.outcome() == Outcome.NOT_REACHED) {
      return "";
    }
    if (step.rule() == Rule.CONSENT) {
      LocalDate consentedOn = access.consentedOn();
      return consentedOn == null
          ? ""
          : Texts.get("careteam.why.consentOn", DateTexts.date(consentedOn));
    }
    if (access.reasons().emergency() && step.rule() == Rule.TEAM) {
      return Texts.get("careteam.why.byEmergency");
    }
    if (access.reasons().unlocked() && step.rule() == Rule.NOT_WITHDRAWN) {
      return Texts.get("careteam.why.byCity");
    }
    if (access.reasons().emergency() || membership == null) {
      return "";
    }
    return switch (step.rule()) {
      case TEAM ->
          access.group().isEmpty()
              ? Texts.get("careteam.why.byName")
              : Texts.get("careteam.why.byGroup", access.group());
      case RIGHT -> TeamTab.rights(membership.rights());
      case VALIDITY -> validity(membership);
      default -> "";
    };
  }

  private static String validity(AccessReasons.Membership membership) {
    LocalDate from = membership.from();
    LocalDate to = membership.to();
    return from == null && to == null
        ? Texts.get("careteam.unlimited")
        : Texts.get(
            "careteam.range",
            from == null ? "" : DateTexts.shortDate(from),
            to == null ? "" : DateTexts.shortDate(to));
  }
}
