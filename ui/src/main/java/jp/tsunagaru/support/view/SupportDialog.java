package jp.tsunagaru.support.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.DraftKind;
import jp.tsunagaru.document.command.DiscardDraft;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.document.query.Draft;
import jp.tsunagaru.document.query.FindDraft;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.command.RequestSupport;
import jp.tsunagaru.support.query.GetSupportAddressees;
import jp.tsunagaru.support.query.SupportAddressees;
import jp.tsunagaru.support.query.SupportReference;
import jp.tsunagaru.support.query.SupportThread;
import org.jspecify.annotations.Nullable;

/**
 * Asks for support (第17条), or words a request anew that nobody has answered. Only who may write
 * about the patient can be chosen: whoever is missing has to be taken into the team first, since
 * nothing may be shown without a ground. A new request is kept as a draft until it was sent or
 * thrown away.
 */
public final class SupportDialog extends Dialog {
  private static final int AUTOSAVE_MILLIS = 1000;

  private final Gateways gateways;
  private final Clock clock;
  private final PatientId patientId;
  private final Runnable sent;
  private final RadioButtonGroup<SupportKind> kind =
      new RadioButtonGroup<>(Texts.get("support.kind"));
  private final ComboBox<SupportAddressees.Candidate> addressee =
      new ComboBox<>(Texts.get("support.addressee"));
  private final JapaneseDatePicker dueOn = new JapaneseDatePicker(Texts.get("support.dueOn"));
  private final TextArea question = new TextArea(Texts.get("support.question"));
  private final MultiSelectComboBox<SupportReference> references =
      new MultiSelectComboBox<>(Texts.get("support.references"));
  private final TextField contract = new TextField(Texts.get("support.contract"));
  private final Div nobody = new Div();
  private final Span saved = new Span();
  private final Button discard = new Button(Texts.get("document.draft.discard"));
  private final Button send = new Button();
  private final boolean isNew;
  private final long version;
  private DocumentId documentId;
  private List<SupportReference> offered;
  private List<SupportAddressees.Candidate> candidates = List.of();
  private @Nullable SupportDraft wanted;
  private boolean kept;

  private SupportDialog(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      DocumentId documentId,
      long version,
      List<SupportReference> offered,
      Runnable sent) {
    this.gateways = gateways;
    this.clock = clock;
    this.patientId = patientId;
    this.documentId = documentId;
    this.version = version;
    this.isNew = version == 0;
    this.offered = List.copyOf(offered);
    this.sent = sent;
    fields();
    Button cancel =
        new Button(Texts.get(isNew ? "action.close" : "action.cancel"), click -> close());
    send.setText(Texts.get(isNew ? "support.send" : "support.revise.send"));
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClickListener(click -> send());
    discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    discard.addClickListener(click -> discard());
    saved.addClassNames("small", "muted", "grow");
    saved.getElement().setAttribute("aria-live", "polite");
    setHeaderTitle(Texts.get(isNew ? "support.ask" : "support.revise"));
    setWidth("min(760px, 98vw)");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    addClassNames("sheet", "support-dialog");
    Div facts = new Div(addressee, dueOn);
    facts.addClassName("support-fields");
    add(
        kind,
        facts,
        nobody,
        question,
        references,
        contract,
        SupportStepDialog.notice("support.notice.ask"));
    getFooter().add(saved, cancel, send);
  }

  /**
   * @param offered what can be sent along: documents on the screen that the whole team may see
   */
  public static void ask(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      List<SupportReference> offered,
      Runnable sent) {
    SupportDialog dialog =
        new SupportDialog(gateways, clock, patientId, DocumentId.next(), 0, offered, sent);
    dialog.open();
    dialog.load();
    dialog.restore();
  }

  public static void revise(
      Gateways gateways,
      Clock clock,
      PatientId patientId,
      DocumentId documentId,
      long version,
      SupportThread thread,
      List<SupportReference> offered,
      Runnable sent) {
    Set<DocumentId> named =
        thread.references().stream()
            .map(SupportReference::documentId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<SupportReference> all =
        Stream.concat(
                thread.references().stream(),
                offered.stream().filter(each -> !named.contains(each.documentId())))
            .filter(each -> !each.documentId().equals(documentId))
            .toList();
    SupportDialog dialog =
        new SupportDialog(gateways, clock, patientId, documentId, version, all, sent);
    dialog.fill(
        new SupportDraft(
            thread.kind(),
            thread.addressee(),
            thread.dueOn(),
            thread.asked().text(),
            thread.contract(),
            named));
    dialog.open();
    dialog.load();
  }

  private void fields() {
    kind.setItems(SupportKind.values());
    kind.setItemLabelGenerator(each -> Texts.of("support.kind", each));
    kind.setValue(SupportKind.SECOND_OPINION);
    addressee.setItemLabelGenerator(SupportDialog::label);
    addressee.setRequired(true);
    addressee.setWidthFull();
    addressee.setHelperText(Texts.get("support.addressee.help"));
    nobody.addClassNames("attention-box", "small");
    nobody.add(new Span(Texts.get("support.addressee.missing")));
    nobody.add(
        new Anchor(
            "/patients/" + patientId.value() + "/team", Texts.get("support.addressee.team")));
    nobody.setVisible(false);
    dueOn.setMin(LocalDate.now(clock));
    question.setMaxLength(RequestSupport.LONGEST_TEXT);
    question.setRequired(true);
    question.setWidthFull();
    question.setMinHeight("9rem");
    question.setPlaceholder(Texts.get("support.question.placeholder"));
    references.setItems(offered);
    references.setItemLabelGenerator(SupportWords::reference);
    references.setWidthFull();
    references.setHelperText(Texts.get("support.references.help"));
    contract.setMaxLength(RequestSupport.LONGEST_CONTRACT);
    contract.setWidthFull();
    contract.setHelperText(Texts.get("support.contract.help"));
    for (var text : List.of(question, contract)) {
      text.setValueChangeTimeout(AUTOSAVE_MILLIS);
    }
    question.setValueChangeMode(ValueChangeMode.LAZY);
    contract.setValueChangeMode(ValueChangeMode.LAZY);
    kind.addValueChangeListener(change -> keep(change.isFromClient()));
    addressee.addValueChangeListener(change -> keep(change.isFromClient()));
    dueOn.addValueChangeListener(change -> keep(change.isFromClient()));
    question.addValueChangeListener(change -> keep(change.isFromClient()));
    references.addValueChangeListener(change -> keep(change.isFromClient()));
    contract.addValueChangeListener(change -> keep(change.isFromClient()));
  }

  private static String label(SupportAddressees.Candidate candidate) {
    return candidate.profession() == null
        ? Texts.get("support.addressee.anybody", candidate.facility())
        : Texts.get(
            "support.addressee.candidate",
            candidate.name(),
            Names.of(candidate.profession()),
            candidate.facility());
  }

  private void load() {
    gateways.ask(
        new GetSupportAddressees(patientId),
        SupportAddressees.class,
        found -> {
          candidates = found.candidates();
          addressee.setItems(candidates);
          nobody.setVisible(candidates.isEmpty());
          choose();
        });
  }

  /** Whoever was chosen before may not be there any more. */
  private void choose() {
    SupportDraft draft = wanted;
    if (draft != null && draft.addressee() != null && addressee.getValue() == null) {
      candidates.stream()
          .filter(each -> each.addressee().equals(draft.addressee()))
          .findFirst()
          .ifPresent(addressee::setValue);
    }
  }

  private void restore() {
    gateways.ask(
        new FindDraft(patientId, DraftKind.SUPPORT),
        Draft.class,
        draft -> {
          DocumentId id = draft.documentId();
          if (id == null || !question.isEmpty()) {
            return;
          }
          SupportDraft.parse(draft.draft())
              .filter(state -> !state.isEmpty())
              .ifPresent(state -> {
                documentId = id;
                fill(state);
                kept();
                Instant at = draft.savedAt();
                saved.setText(
                    Texts.get("document.draft.restored", at == null ? "" : DateTexts.time(at)));
              });
        },
        failure -> {});
  }

  private void fill(SupportDraft draft) {
    wanted = draft;
    kind.setValue(draft.kind());
    dueOn.setValue(draft.dueOn());
    question.setValue(draft.question());
    contract.setValue(draft.contract());
    references.setValue(
        offered.stream()
            .filter(each -> draft.references().contains(each.documentId()))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    choose();
  }

  private SupportDraft state() {
    SupportAddressees.Candidate chosen = addressee.getValue();
    return new SupportDraft(
        kind.getValue(),
        chosen == null ? null : chosen.addressee(),
        dueOn.getValue(),
        question.getValue(),
        contract.getValue(),
        references.getValue().stream()
            .map(SupportReference::documentId)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private void kept() {
    if (!kept) {
      kept = true;
      getFooter().addComponentAtIndex(1, discard);
    }
  }

  private void keep(boolean fromClient) {
    SupportDraft draft = state();
    if (!fromClient || !isNew || draft.isEmpty() && !kept) {
      return;
    }
    gateways.send(
        new SaveDraft(patientId, documentId, DraftKind.SUPPORT, draft.toJson()),
        () -> {
          kept();
          saved.setText(Texts.get("document.draft.saved", DateTexts.time(clock.instant())));
        },
        failure -> saved.setText(Texts.get("document.draft.notSaved")));
  }

  private void discard() {
    gateways.send(new DiscardDraft(patientId, documentId), this::close);
  }

  private void send() {
    SupportDraft draft = state();
    @Nullable Addressee chosen = draft.addressee();
    boolean nothingAsked = draft.question().isBlank();
    addressee.setErrorMessage(Texts.get("support.addressee.required"));
    addressee.setInvalid(chosen == null);
    question.setErrorMessage(Texts.get("support.words.missing"));
    question.setInvalid(nothingAsked);
    if (chosen == null || nothingAsked || dueOn.isInvalid()) {
      return;
    }
    try {
      RequestSupport command =
          new RequestSupport(
              documentId,
              patientId,
              version,
              draft.kind(),
              chosen,
              draft.dueOn(),
              draft.question(),
              draft.contract(),
              new ArrayList<>(draft.references()));
      send.setEnabled(false);
      gateways.send(
          command,
          () -> {
            close();
            Refusals.done(Texts.get("support.sent"));
            sent.run();
          },
          failure -> {
            send.setEnabled(true);
            Refusals.show(failure);
          });
    } catch (Refused refused) {
      Refusals.show(refused);
    }
  }
}
