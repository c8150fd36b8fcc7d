package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.audit.command.ConfirmRights;
import jp.tsunagaru.audit.command.SignAttestation;
import jp.tsunagaru.audit.query.Attestation;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.audit.query.AttestedAccount;
import jp.tsunagaru.audit.query.GetAttestation;
import jp.tsunagaru.audit.view.AttestationTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * 権限の棚卸し (C-07): an administrator confirms the accounts and rights of the own facility, each
 * quarter; the city sees how far the facilities are.
 */
@Route(value = "attestation", layout = MainLayout.class)
@RolesAllowed({"FACILITY_ADMIN", "CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class AttestationView extends Div implements HasDynamicTitle {
  private final transient Gateways gateways;
  private final transient Clock clock;
  private final transient SignedInUser user = SignedInUser.require();
  private final RightsAttestationId attestationId = RightsAttestationId.of(user.facilityId());
  private final Div head = new Div();
  private final Div together = new Div();
  private final Div accounts = new Div();
  private final Div signing = new Div();
  private @Nullable FacilityAttestationList facilities;

  AttestationView(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
    together.addClassName("attested-together");
    accounts.addClassName("cards");
    addClassName("page");
    add(new H1(getPageTitle()));
    boolean operator = user.has(Role.CITY_OPERATOR);
    if (operator || user.has(Role.FACILITY_ADMIN)) {
      add(
          new H2(Texts.get(operator ? "attestation.own.city" : "attestation.own")),
          new Paragraph(Texts.get("attestation.explained")),
          head,
          together,
          accounts,
          signing);
      gateways.ask(new GetAttestation(), Attestation.class, this::show);
    }
    if (operator || user.has(Role.CITY_AUDITOR)) {
      facilities = new FacilityAttestationList(gateways);
      add(facilities);
    }
  }

  @Override
  public String getPageTitle() {
    return Texts.get("attestation.title");
  }

  private void loadUntil(Predicate<Attestation> shown, Runnable then) {
    Soon.ask(
        gateways,
        new GetAttestation(),
        Attestation.class,
        shown,
        found -> {
          show(found);
          then.run();
        },
        Refusals::show);
  }

  private void show(Attestation found) {
    AttestationRow row = found.row();
    boolean open = row.state() != AttestationState.DONE;
    showHead(found);
    together.removeAll();
    signing.removeAll();
    if (open) {
      showTogether(found);
      showSigning(found);
    }
    accounts.removeAll();
    found.accounts().forEach(account -> accounts.add(card(account, row.quarter(), open)));
  }

  /** Whoever works with the keyboard goes on where the answer was given. */
  private void focusAfter(AccountId answered) {
    List<AttestedAccountCard> cards =
        accounts.getChildren().map(AttestedAccountCard.class::cast).toList();
    cards.stream()
        .dropWhile(card -> !card.isOf(answered))
        .filter(AttestedAccountCard::unanswered)
        .findFirst()
        .or(() -> cards.stream().filter(card -> card.isOf(answered)).findFirst())
        .ifPresent(AttestedAccountCard::focus);
  }

  private AttestedAccountCard card(AttestedAccount account, FiscalQuarter quarter, boolean open) {
    AccountId id = account.held().accountId();
    return new AttestedAccountCard(
        account,
        open,
        clock.instant(),
        verdict -> answer(quarter, verdict, List.of(account)),
        () ->
            DeactivationDialog.ask(
                gateways,
                user.facilityId(),
                id,
                account.name().full(),
                () ->
                    loadUntil(
                        found ->
                            found.accounts().stream()
                                .noneMatch(one -> one.held().accountId().equals(id)),
                        () -> {})));
  }

  private void showHead(Attestation found) {
    AttestationRow row = found.row();
    Div title =
        new Div(
            new H2(AttestationTexts.quarter(row.quarter())), AttestationTexts.state(row.state()));
    title.addClassName("row");
    Div card =
        new Div(
            title,
            new Paragraph(AttestationTexts.due(row)),
            new Paragraph(
                Texts.get(
                    "attestation.progress",
                    found.accounts().size(),
                    found.accounts().size() - unanswered(found))),
            new Paragraph(AttestationTexts.last(row)));
    if (row.corrections() > 0) {
      Paragraph left = new Paragraph(Texts.get("attestation.corrections", row.corrections()));
      left.addClassName("attention-box");
      card.add(left);
    }
    card.addClassNames("card", "attestation-head");
    head.removeAll();
    head.add(card);
  }

  private static long unanswered(Attestation found) {
    return found.accounts().stream().filter(account -> account.verdict() == null).count();
  }

  private void showTogether(Attestation found) {
    List<AttestedAccount> calm =
        found.accounts().stream()
            .filter(account -> account.verdict() == null && !account.striking())
            .toList();
    if (calm.size() < 2) {
      return;
    }
    together.add(
        new Button(
            Texts.get("attestation.together", calm.size()),
            click -> {
              ConfirmDialog dialog =
                  new ConfirmDialog(
                      Texts.get("attestation.together.title", calm.size()),
                      Texts.get("attestation.together.text"),
                      Texts.get("attestation.together.confirm"),
                      confirmed -> answer(found.row().quarter(), AttestationVerdict.NEEDED, calm));
              dialog.setCancelable(true);
              dialog.setCancelText(Texts.get("action.cancel"));
              dialog.open();
            }));
  }

  private void answer(
      FiscalQuarter quarter, AttestationVerdict verdict, List<AttestedAccount> answered) {
    List<HeldRights> seen = answered.stream().map(AttestedAccount::held).toList();
    Set<AccountId> ids = seen.stream().map(HeldRights::accountId).collect(Collectors.toSet());
    gateways.send(
        new ConfirmRights(attestationId, quarter, verdict, seen),
        () ->
            loadUntil(
                found ->
                    found.accounts().stream()
                        .filter(account -> ids.contains(account.held().accountId()))
                        .allMatch(account -> account.verdict() == verdict),
                () -> focusAfter(seen.getLast().accountId())),
        this::refused);
  }

  /** Says what is missing instead of a button that refuses. */
  private void showSigning(Attestation found) {
    Div card = new Div(new H2(Texts.get("attestation.sign")));
    card.addClassName("card");
    long open = unanswered(found);
    if (open > 0) {
      card.add(new Paragraph(Texts.get("attestation.sign.open", open)));
    } else {
      long marked =
          found.accounts().stream()
              .filter(account -> account.verdict() != AttestationVerdict.NEEDED)
              .count();
      card.add(new Paragraph(Texts.get("attestation.sign.ready")));
      if (marked > 0) {
        card.add(new Paragraph(Texts.get("attestation.sign.corrections", marked)));
      }
      Button sign = new Button(Texts.get("attestation.sign.do"), click -> confirmSigning(found));
      sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      card.add(sign);
    }
    signing.add(card);
  }

  private void confirmSigning(Attestation found) {
    FiscalQuarter quarter = found.row().quarter();
    ConfirmDialog dialog =
        new ConfirmDialog(
            Texts.get("attestation.sign.title", AttestationTexts.quarter(quarter)),
            Texts.get("attestation.sign.text", found.accounts().size()),
            Texts.get("attestation.sign.do"),
            confirmed ->
                gateways.send(
                    new SignAttestation(attestationId, quarter),
                    () -> {
                      Refusals.done(Texts.get("attestation.sign.done"));
                      loadUntil(
                          now -> now.row().state() == AttestationState.DONE, this::showSigned);
                    },
                    this::refused));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.open();
  }

  private void showSigned() {
    FacilityAttestationList list = facilities;
    if (list != null) {
      list.load();
    }
  }

  /** What is shown was out of date. */
  private void refused(Throwable failure) {
    Refusals.show(failure);
    gateways.ask(new GetAttestation(), Attestation.class, this::show);
  }
}
