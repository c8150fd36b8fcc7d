package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tsunagaru.access.query.ExplainedAccess;
import jp.tsunagaru.access.query.GetAccessReasons;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** 「なぜ見えるの?」: for somebody, now or at a chosen moment (TM-07). Each answer is recorded. */
public final class WhyDialog extends Dialog {
  private final Gateways gateways;
  private final PatientId patientId;
  private final @Nullable DocumentId documentId;
  private final DateTimePicker moment = new DateTimePicker(Texts.get("careteam.why.moment"));
  private final Div answer = new Div();
  private @Nullable Someone someone;
  private int question;

  private record Someone(AccountId accountId, String name) {}

  private WhyDialog(
      Gateways gateways, Clock clock, PatientId patientId, @Nullable DocumentId documentId) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.documentId = documentId;
    Button close = new Button(Texts.get("action.close"), click -> close());

    moment.setLocale(Locale.JAPAN);
    moment.setWidthFull();
    moment.setDatePickerI18n(JapaneseDatePicker.i18n());
    moment.setStep(Duration.ofMinutes(1));
    moment.setMax(LocalDateTime.ofInstant(clock.instant(), DateTexts.TOKYO));
    moment.setHelperText(Texts.get("careteam.why.moment.help"));
    moment.addValueChangeListener(change -> ask());
    answer.getElement().setAttribute("aria-live", "polite");
    setHeaderTitle(Texts.get("careteam.why.title"));
    setWidth("min(640px, 96vw)");
    addClassName("sheet");
    getFooter().add(close);
  }

  /** Of a document: about oneself first, then about anybody of the team. */
  public static WhyDialog ofDocument(
      Gateways gateways, Clock clock, PatientId patientId, DocumentId documentId) {
    WhyDialog dialog = new WhyDialog(gateways, clock, patientId, documentId);
    SignedInUser user = SignedInUser.require();
    Someone me = new Someone(user.accountId(), user.displayName());
    ComboBox<Someone> who = new ComboBox<>(Texts.get("careteam.why.who"));
    who.setItemLabelGenerator(Someone::name);
    who.setWidthFull();
    who.addValueChangeListener(change -> dialog.ask(change.getValue()));
    gateways.ask(
        new GetTeam(patientId),
        Team.class,
        team -> {
          List<Someone> people =
              team.members().stream()
                  .flatMap(member ->
                      Stream.ofNullable(member.accountId())
                          .map(id -> new Someone(id, member.name())))
                  .filter(person -> !person.accountId().equals(me.accountId()))
                  .distinct()
                  .toList();
          who.setItems(Stream.concat(Stream.of(me), people.stream()).toList());
          who.setValue(me);
        });
    dialog.arrange(who);
    return dialog;
  }

  static WhyDialog ofMember(
      Gateways gateways, Clock clock, PatientId patientId, AccountId accountId, String name) {
    WhyDialog dialog = new WhyDialog(gateways, clock, patientId, null);
    dialog.arrange(new Paragraph(Texts.get("careteam.why.about", name)));
    dialog.ask(new Someone(accountId, name));
    return dialog;
  }

  static WhyDialog ofAnybody(
      Gateways gateways, QueryGateway queries, Clock clock, PatientId patientId) {
    WhyDialog dialog = new WhyDialog(gateways, clock, patientId, null);
    ColleagueBox who = new ColleagueBox(Texts.get("careteam.why.who"), queries);
    who.addValueChangeListener(change ->
        dialog.ask(
            change.getValue() == null
                ? null
                : new Someone(change.getValue().accountId(), change.getValue().name())));
    dialog.arrange(who);
    return dialog;
  }

  private void arrange(Component who) {
    add(who, moment, answer);
  }

  private void ask(@Nullable Someone chosen) {
    someone = chosen;
    ask();
  }

  private void ask() {
    Someone person = someone;
    int number = ++question;
    if (person == null || moment.isInvalid()) {
      answer.removeAll();
      return;
    }
    LocalDateTime local = moment.getValue();
    Instant at = local == null ? null : local.atZone(DateTexts.TOKYO).toInstant();
    gateways.ask(
        new GetAccessReasons(patientId, person.accountId(), documentId, at),
        ExplainedAccess.class,
        explained -> {
          if (number == question) {
            answer.removeAll();
            if (at != null) {
              answer.add(new Paragraph(Texts.get("careteam.why.then", DateTexts.moment(at))));
            }
            answer.add(new AccessChain(explained, person.name(), documentId != null));
          }
        });
  }
}
