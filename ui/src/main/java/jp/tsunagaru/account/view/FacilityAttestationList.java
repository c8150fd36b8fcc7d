package jp.tsunagaru.account.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Comparator;
import java.util.List;
import jp.tsunagaru.audit.query.AttestationList;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.ListAttestations;
import jp.tsunagaru.audit.view.AttestationTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** How far the facilities are with the attestation of their rights, the late ones first (C-07). */
class FacilityAttestationList extends Div {
  private static final List<AttestationState> ORDER =
      List.of(AttestationState.OVERDUE, AttestationState.DUE, AttestationState.DONE);

  private final transient Gateways gateways;
  private final Paragraph counts = new Paragraph();
  private final Div list = new Div();

  FacilityAttestationList(Gateways gateways) {
    this.gateways = gateways;
    list.addClassName("cards");
    add(
        new H2(Texts.get("attestation.facilities")),
        new Paragraph(Texts.get("attestation.facilities.explained")),
        counts,
        list);
    load();
  }

  void load() {
    gateways.ask(new ListAttestations(), AttestationList.class, this::show);
  }

  private void show(AttestationList found) {
    counts.setText(
        Texts.get(
            "attestation.facilities.counts",
            count(found, AttestationState.DONE),
            count(found, AttestationState.DUE),
            count(found, AttestationState.OVERDUE)));
    list.removeAll();
    found.rows().stream()
        .sorted(Comparator.comparing(row -> ORDER.indexOf(row.state())))
        .forEach(row -> list.add(card(row)));
  }

  private static long count(AttestationList found, AttestationState state) {
    return found.rows().stream().filter(row -> row.state() == state).count();
  }

  private static Component card(AttestationRow row) {
    Div head = new Div(new H3(row.facility()), AttestationTexts.state(row.state()));
    if (row.corrections() > 0) {
      head.add(
          AttestationTexts.chip(
              Texts.get("attestation.corrections", row.corrections()), "state-wait"));
    }
    head.addClassName("row");
    Paragraph last = new Paragraph(AttestationTexts.last(row));
    last.addClassNames("muted", "small");
    Div card =
        new Div(
            head,
            new Paragraph(
                Texts.get(
                    "attestation.facilities.progress",
                    row.users(),
                    row.answered(),
                    AttestationTexts.due(row))),
            last);
    card.addClassNames("card", "deleted-card", "facility-attestation");
    return card;
  }
}
