package jp.tsunagaru.support.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.command.AnswerSupport;
import jp.tsunagaru.support.command.DecideSupport;
import jp.tsunagaru.support.command.DeclineSupport;
import jp.tsunagaru.support.command.RequestSupport;
import jp.tsunagaru.support.command.SupportCommand;
import jp.tsunagaru.support.command.WithdrawSupport;

/**
 * An answer, 採否, 辞退 or 取り下げ, with what the terms of use say about it (第17条, 第18条). What was typed
 * stays when it is refused.
 */
public final class SupportStepDialog extends Dialog {
  private final Gateways gateways;
  private final Runnable done;
  private final TextArea words = new TextArea();
  private final RadioButtonGroup<Adoption> adoption = new RadioButtonGroup<>();

  private SupportStepDialog(Gateways gateways, String key, int most, Runnable done) {
    this.gateways = gateways;
    this.done = done;
    setHeaderTitle(Texts.get(key));
    setWidth("min(640px, 98vw)");
    setCloseOnOutsideClick(false);
    addClassName("sheet");
    words.setLabel(Texts.get(key + ".words"));
    words.setMaxLength(most);
    words.setWidthFull();
    words.setMinHeight("8rem");
    words.setRequired(true);
    add(new Paragraph(Texts.get(key + ".explained")));
  }

  public static void open(
      Gateways gateways,
      SupportBox.Step step,
      PatientId patientId,
      DocumentId documentId,
      long version,
      Runnable done) {
    switch (step) {
      case ANSWER -> {
        SupportStepDialog dialog =
            new SupportStepDialog(gateways, "support.answer", RequestSupport.LONGEST_TEXT, done);
        dialog.add(dialog.words, notice("support.notice.answer"));
        dialog.finish(
            "support.answer.send",
            () -> new AnswerSupport(documentId, patientId, version, dialog.words.getValue()));
      }
      case DECLINE -> {
        SupportStepDialog dialog = new SupportStepDialog(gateways, "support.decline", 400, done);
        dialog.add(dialog.words);
        dialog.finish(
            "support.decline.send",
            () -> new DeclineSupport(documentId, patientId, version, dialog.words.getValue()));
      }
      case WITHDRAW -> {
        SupportStepDialog dialog = new SupportStepDialog(gateways, "support.withdraw", 400, done);
        dialog.add(dialog.words);
        dialog.finish(
            "support.withdraw.send",
            () -> new WithdrawSupport(documentId, patientId, version, dialog.words.getValue()));
      }
      case DECIDE -> decide(gateways, patientId, documentId, version, done);
      case REVISE -> throw new IllegalArgumentException("a request is worded in its own dialog");
    }
  }

  private static void decide(
      Gateways gateways, PatientId patientId, DocumentId documentId, long version, Runnable done) {
    SupportStepDialog dialog = new SupportStepDialog(gateways, "support.decide", 1000, done);
    RadioButtonGroup<Adoption> adoption = dialog.adoption;
    adoption.setLabel(Texts.get("support.decide.choice"));
    adoption.setItems(Adoption.values());
    adoption.setItemLabelGenerator(each -> Texts.of("support.adoption", each));
    adoption.setRequired(true);
    adoption.addClassName("choices-down");
    adoption.addValueChangeListener(change -> {
      dialog.words.setRequired(change.getValue() != Adoption.ADOPTED);
      dialog.words.setInvalid(false);
    });
    dialog.add(adoption, dialog.words, notice("support.notice.decide"));
    dialog.finish(
        "support.decide.send",
        () ->
            new DecideSupport(
                documentId, patientId, version, adoption.getValue(), dialog.words.getValue()));
  }

  static Div notice(String key) {
    Div notice = new Div();
    notice.addClassNames("attention-box", "small", "support-notice");
    Texts.get(key).lines().map(Paragraph::new).forEach(notice::add);
    return notice;
  }

  /** A command, made from what stands in the fields. */
  private interface Made {
    SupportCommand command();
  }

  private void finish(String send, Made made) {
    Button cancel = new Button(Texts.get("action.cancel"), click -> close());
    Button go = new Button(Texts.get(send));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.setDisableOnClick(true);
    go.addClickListener(click -> {
      if (!complete()) {
        go.setEnabled(true);
        return;
      }
      try {
        gateways.send(
            made.command(),
            () -> {
              close();
              Refusals.done(Texts.get("support.sent"));
              done.run();
            },
            failure -> {
              go.setEnabled(true);
              Refusals.show(failure);
            });
      } catch (Refused refused) {
        go.setEnabled(true);
        Refusals.show(refused);
      }
    });
    getFooter().add(cancel, go);
    open();
  }

  private boolean complete() {
    boolean undecided = adoption.isAttached() && adoption.getValue() == null;
    boolean wordless = words.isRequired() && words.getValue().isBlank();
    adoption.setErrorMessage(Texts.get("support.decide.missing"));
    adoption.setInvalid(undecided);
    words.setErrorMessage(Texts.get("support.words.missing"));
    words.setInvalid(wordless);
    return !undecided && !wordless;
  }
}
