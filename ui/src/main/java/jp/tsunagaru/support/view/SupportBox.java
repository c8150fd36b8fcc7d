package jp.tsunagaru.support.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportStep;
import jp.tsunagaru.support.query.SupportThread;

/** A request for support among the entries: what was asked of whom, and all that was said to it. */
public final class SupportBox extends Div {
  private final Function<String, Component> written;

  /** What can be done with a request; each is decided again when it is done. */
  public enum Step {
    REVISE,
    ANSWER,
    DECLINE,
    DECIDE,
    WITHDRAW
  }

  /**
   * @param written how text of a person is shown
   */
  public SupportBox(
      PatientId patientId,
      SupportThread thread,
      Function<String, Component> written,
      Consumer<Step> chosen) {
    this.written = written;
    addClassName("support");
    add(marks(thread), facts(thread), written.apply(thread.asked().text()));
    former(thread);
    if (!thread.references().isEmpty()) {
      add(references(patientId, thread.references()));
    }
    thread.steps().stream()
        .filter(step -> step.kind() != SupportStep.Kind.REQUESTED)
        .forEach(step -> add(said(step)));
    actions(thread, chosen);
  }

  private static Div marks(SupportThread thread) {
    Span kind = new Span(Texts.of("support.kind", thread.kind()));
    kind.addClassName("support-kind");
    Span state = new Span(SupportWords.state(thread));
    state.addClassNames("state-chip", SupportWords.mark(thread.state()));
    Div marks = new Div(VaadinIcon.COMMENTS_O.create(), kind, state);
    marks.addClassNames("row", "support-marks");
    return marks;
  }

  private static Div facts(SupportThread thread) {
    Div facts = new Div();
    facts.addClassNames("support-facts", "small");
    facts.add(new Span(Texts.get("support.to", SupportWords.addressee(thread))));
    if (thread.dueOn() != null) {
      facts.add(new Span(Texts.get("support.due", DateTexts.date(thread.dueOn()))));
    }
    if (!thread.contract().isEmpty()) {
      facts.add(new Span(Texts.get("support.contract.is", thread.contract())));
    }
    return facts;
  }

  /** Wordings that were replaced stay readable. */
  private void former(SupportThread thread) {
    List<SupportStep> replaced =
        thread.steps().stream()
            .filter(step -> step.kind() == SupportStep.Kind.REQUESTED)
            .filter(step -> !step.equals(thread.asked()))
            .toList();
    if (!replaced.isEmpty()) {
      Div all = new Div();
      replaced.forEach(step -> all.add(said(step)));
      NativeDetails details = new NativeDetails(Texts.get("support.former", replaced.size()), all);
      details.addClassName("support-former");
      add(details);
    }
  }

  private static Div references(PatientId patientId, List<SupportReference> references) {
    Span title = new Span(Texts.get("support.references.are"));
    title.addClassNames("small", "muted");
    Div list = new Div(title);
    list.addClassName("support-references");
    references.forEach(reference -> {
      String day = reference.occurredOn().toString();
      Anchor link =
          new Anchor(
              "/patients/" + patientId.value() + "?from=" + day + "&to=" + day,
              SupportWords.reference(reference));
      list.add(link);
    });
    return list;
  }

  private Div said(SupportStep step) {
    Span what =
        new Span(
            step.adoption() == null
                ? Texts.of("support.step", step.kind())
                : Texts.of("support.adoption", step.adoption()));
    what.addClassName("support-what");
    Span who =
        new Span(
            Texts.get(
                "support.step.by",
                step.author().name(),
                Names.of(step.profession()),
                step.author().facility(),
                DateTexts.moment(step.at())));
    who.addClassNames("small", "muted");
    Div head = new Div(what, who);
    head.addClassName("support-head");
    Div said = new Div(head);
    if (!step.text().isEmpty()) {
      said.add(written.apply(step.text()));
    }
    said.addClassNames("support-step", "support-step-" + step.kind().name().toLowerCase());
    return said;
  }

  private void actions(SupportThread thread, Consumer<Step> chosen) {
    Div actions = new Div();
    actions.addClassNames("row", "support-actions");
    if (thread.mayAnswer()) {
      add(
          actions,
          thread.mayDecline() ? "support.answer" : "support.answer.more",
          thread.mayDecline(),
          () -> chosen.accept(Step.ANSWER));
    }
    if (thread.mayDecline()) {
      add(actions, "support.decline", false, () -> chosen.accept(Step.DECLINE));
    }
    if (thread.mayDecide()) {
      boolean first = SupportWords.isUndecided(thread);
      add(
          actions,
          first ? "support.decide" : "support.decide.again",
          first,
          () -> chosen.accept(Step.DECIDE));
    }
    if (thread.mayRevise()) {
      add(actions, "support.revise", false, () -> chosen.accept(Step.REVISE));
    }
    if (thread.mayWithdraw()) {
      add(actions, "support.withdraw", false, () -> chosen.accept(Step.WITHDRAW));
    }
    if (actions.getComponentCount() > 0) {
      add(actions);
    }
  }

  private static void add(Div actions, String key, boolean foremost, Runnable clicked) {
    Button button = new Button(Texts.get(key), click -> clicked.run());
    if (foremost) {
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    actions.add(button);
  }
}
