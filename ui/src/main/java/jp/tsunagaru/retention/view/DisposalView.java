package jp.tsunagaru.retention.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.retention.DisposalId;
import jp.tsunagaru.retention.LegalHoldId;
import jp.tsunagaru.retention.command.ApproveDisposal;
import jp.tsunagaru.retention.command.LiftLegalHold;
import jp.tsunagaru.retention.command.PlaceLegalHold;
import jp.tsunagaru.retention.command.RepeatErasures;
import jp.tsunagaru.retention.query.Disposables;
import jp.tsunagaru.retention.query.ListDisposable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.shell.view.WarekiField;

/** 保管と廃棄 (第19条, DL-06, DL-10): the city's desk; ids, days and numbers, nothing clinical. */
@Route(value = "disposal", layout = MainLayout.class)
@RolesAllowed("CITY_OPERATOR")
@StyleSheet("context://patient.css")
class DisposalView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final CertificatePrinting certificates;
  private final Clock clock;
  private final Set<PatientId> chosen = new LinkedHashSet<>();
  private final Div again = new Div();
  private final Div kept = new Div();
  private final Div holds = new Div();
  private final Div done = new Div();
  private final Button dispose;

  DisposalView(Gateways gateways, CertificatePrinting certificates, Clock clock) {
    this.gateways = gateways;
    this.certificates = certificates;
    this.clock = clock;
    dispose = new Button(Texts.get("retention.disposal.approve"), click -> approve());
    dispose.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    dispose.setEnabled(false);
    Button hold = new Button(Texts.get("retention.hold.place"), click -> place(""));
    kept.addClassName("cards");
    holds.addClassName("cards");
    done.addClassName("cards");
    addClassName("page");
    add(
        new H1(getPageTitle()),
        again,
        new Paragraph(Texts.get("retention.disposal.explained")),
        kept,
        row(dispose),
        new H2(Texts.get("retention.hold.title")),
        new Paragraph(Texts.get("retention.hold.explained")),
        row(hold),
        holds,
        new H2(Texts.get("retention.done.title")),
        done);
    gateways.ask(new ListDisposable(), Disposables.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("retention.disposal.title");
  }

  private void show(Disposables found) {
    chosen.clear();
    dispose.setEnabled(false);
    again.removeAll();
    kept.removeAll();
    holds.removeAll();
    done.removeAll();
    if (!found.again().nothing()) {
      again.add(card(found.again()));
    }
    found.kept().forEach(each -> kept.add(card(each)));
    if (found.kept().isEmpty()) {
      kept.add(empty("retention.disposal.empty"));
    }
    found.holds().forEach(each -> holds.add(card(each)));
    found.done().forEach(each -> done.add(card(each)));
    if (found.done().isEmpty()) {
      done.add(empty("retention.done.empty"));
    }
  }

  private static Div row(Button button) {
    Div row = new Div(button);
    row.addClassName("row");
    return row;
  }

  private static Div empty(String key) {
    Div empty = new Div(new Span(Texts.get(key)));
    empty.addClassName("empty");
    return empty;
  }

  private Div card(Disposables.Again found) {
    DisposalId disposalId = DisposalId.next();
    Button go =
        new Button(
            Texts.get("retention.again.go"),
            click ->
                gateways.send(
                    new RepeatErasures(disposalId),
                    () ->
                        again(
                            "retention.again.done",
                            shown ->
                                shown.done().stream()
                                    .anyMatch(
                                        each -> each.recordId().equals(disposalId.value())))));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Div card =
        new Div(
            new H2(Texts.get("retention.again.title")),
            new Paragraph(
                Texts.get("retention.again.explained", found.patients(), found.documents())),
            go);
    card.addClassNames("card", "again-card");
    return card;
  }

  private Div card(Disposables.Kept each) {
    Div card = new Div();
    card.addClassNames("card", "desk-card", "kept-card");
    String line =
        Texts.get(
            "retention.kept.line",
            each.patientId().value(),
            Texts.of("consent.endReason", each.reason()),
            DateTexts.date(each.endedOn()),
            DateTexts.date(each.until()),
            each.documents());
    if (each.disposable()) {
      Checkbox box = new Checkbox(line);
      box.addValueChangeListener(event -> {
        if (event.getValue()) {
          chosen.add(each.patientId());
        } else {
          chosen.remove(each.patientId());
        }
        dispose.setEnabled(!chosen.isEmpty());
      });
      card.add(box, chip("retention.kept.disposable", "state-bad"));
    } else {
      card.add(new Span(line));
      card.add(
          each.held()
              ? chip("retention.request.held", "state-wait")
              : chip("retention.kept.running", "state-good"));
    }
    if (!each.held()) {
      card.add(
          new Button(Texts.get("retention.hold.place"), click -> place(each.patientId().value())));
    }
    return card;
  }

  private Div card(Disposables.Hold each) {
    Div card =
        new Div(
            new Span(
                Texts.get(
                    "retention.hold.line",
                    each.patientId().value(),
                    DateTexts.date(each.until()),
                    each.reason(),
                    each.placedBy(),
                    DateTexts.moment(each.placedAt()))));
    card.addClassNames("card", "desk-card");
    if (each.inForce()) {
      card.add(
          new Button(
              Texts.get("retention.hold.lift"),
              click ->
                  gateways.send(
                      new LiftLegalHold(each.holdId()),
                      () ->
                          again("retention.hold.lifted", found -> !found.holds().contains(each)))));
    } else {
      card.add(chip("retention.hold.over", "state-good"));
    }
    return card;
  }

  private Div card(Disposables.Done each) {
    Div card =
        new Div(
            new Span(
                Texts.get(
                    "retention.done.line",
                    DateTexts.moment(each.executedAt()),
                    Texts.of("retention.certificate.ground", each.ground()),
                    each.executedBy())),
            certificates.button(each.recordId()));
    card.addClassNames("card", "desk-card");
    return card;
  }

  private static Span chip(String key, String state) {
    Span chip = new Span(Texts.get(key));
    chip.addClassNames("state-chip", state);
    return chip;
  }

  private void place(String patientId) {
    Dialog dialog = new Dialog();
    TextField patient = new TextField(Texts.get("retention.hold.patient"));
    TextArea reason = new TextArea(Texts.get("retention.hold.reason"));
    WarekiField until = new WarekiField(Texts.get("retention.hold.until"));
    patient.setValue(patientId);
    patient.setHelperText(Texts.get("retention.hold.patient.help"));
    patient.setWidthFull();
    reason.setMaxLength(400);
    reason.setWidthFull();
    until.setValue(LocalDate.now(clock).plusMonths(6));
    LegalHoldId holdId = LegalHoldId.next();
    Button go =
        new Button(
            Texts.get("retention.hold.place"),
            click -> {
              LocalDate last = until.getValue();
              try {
                gateways.send(
                    new PlaceLegalHold(
                        holdId,
                        new PatientId(patient.getValue().strip()),
                        reason.getValue(),
                        last == null ? LocalDate.MIN : last),
                    () -> {
                      dialog.close();
                      again(
                          "retention.hold.placed",
                          found ->
                              found.holds().stream()
                                  .anyMatch(hold -> hold.holdId().equals(holdId)));
                    });
              } catch (Refused refused) {
                Refusals.show(refused);
              } catch (IllegalArgumentException noId) {
                patient.setErrorMessage(Texts.get("retention.hold.patient.invalid"));
                patient.setInvalid(true);
              }
            });
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.setHeaderTitle(Texts.get("retention.hold.place"));
    dialog.setWidth("min(600px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(new Paragraph(Texts.get("retention.hold.explained")), patient, reason, until);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), go);
    dialog.open();
  }

  private void approve() {
    Set<PatientId> batch = Set.copyOf(chosen);
    DisposalId disposalId = DisposalId.next();
    Dialog dialog = new Dialog();
    Checkbox sure = new Checkbox(Texts.get("document.purge.sure"));
    Button go =
        new Button(
            Texts.get("retention.disposal.approve"),
            click ->
                gateways.send(
                    new ApproveDisposal(disposalId, batch),
                    () -> {
                      dialog.close();
                      again(
                          "retention.disposal.done",
                          found ->
                              found.done().stream()
                                  .anyMatch(each -> each.recordId().equals(disposalId.value())));
                    }));
    go.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
    go.setEnabled(false);
    sure.addValueChangeListener(event -> go.setEnabled(event.getValue()));
    Paragraph noWayBack = new Paragraph(Texts.get("document.purge.noWayBack"));
    noWayBack.addClassName("danger-box");
    dialog.setHeaderTitle(Texts.get("retention.disposal.question", batch.size()));
    dialog.setWidth("min(600px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(
        new Paragraph(Texts.get("retention.disposal.effect")),
        new Paragraph(Texts.get("retention.request.execute.kept")),
        noWayBack,
        sure);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), go);
    dialog.open();
  }

  private void again(String key, java.util.function.Predicate<Disposables> shown) {
    Refusals.done(Texts.get(key));
    Soon.ask(gateways, new ListDisposable(), Disposables.class, shown, this::show, Refusals::show);
  }
}
