package jp.tsunagaru.facility.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.query.AccountRow;
import jp.tsunagaru.account.query.AccountState;
import jp.tsunagaru.account.query.Accounts;
import jp.tsunagaru.account.query.ListAccounts;
import jp.tsunagaru.facility.command.AppointAdministrator;
import jp.tsunagaru.facility.query.FacilitySheet;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;

/** Another administrator answers for the facility from now on (第7条2, PF-10). */
final class HandOverDialog {
  private HandOverDialog() {}

  static void ask(Gateways gateways, FacilitySheet sheet, Runnable done) {
    gateways.ask(
        new ListAccounts(sheet.facilityId()),
        Accounts.class,
        answer ->
            open(
                gateways,
                sheet,
                answer.accounts().stream().filter(row -> mayAnswer(row, sheet)).toList(),
                done));
  }

  private static boolean mayAnswer(AccountRow row, FacilitySheet sheet) {
    FacilitySheet.Administrator now = sheet.administrator();
    return row.state() == AccountState.ACTIVE
        && row.roles().contains(Role.FACILITY_ADMIN)
        && (now == null || !now.accountId().equals(row.accountId()));
  }

  private static void open(
      Gateways gateways, FacilitySheet sheet, List<AccountRow> candidates, Runnable done) {
    Dialog dialog = new Dialog(Texts.get("facility.handOver"));
    dialog.addClassName("sheet");
    dialog.setWidth("min(560px, 98vw)");
    if (candidates.isEmpty()) {
      dialog.add(new Paragraph(Texts.get("facility.handOver.nobody")));
      dialog.getFooter().add(new Button(Texts.get("action.close"), click -> dialog.close()));
      dialog.open();
      return;
    }
    Select<AccountRow> to = new Select<>();
    to.setLabel(Texts.get("facility.handOver.to"));
    to.setItems(candidates);
    to.setItemLabelGenerator(row -> row.name().full() + " " + Names.of(row.profession()));
    to.setRequiredIndicatorVisible(true);
    to.setErrorMessage(Texts.get("form.choose"));
    to.setWidthFull();
    Button submit =
        new Button(
            Texts.get("facility.handOver"),
            click -> {
              to.setInvalid(to.isEmpty());
              if (!to.isInvalid()) {
                AccountRow chosen = to.getValue();
                gateways.send(
                    new AppointAdministrator(
                        sheet.facilityId(), sheet.version(), chosen.accountId()),
                    () -> {
                      dialog.close();
                      Refusals.done(Texts.get("facility.handOver.done", chosen.name().full()));
                      done.run();
                    });
              }
            });
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.add(new Paragraph(Texts.get("facility.handOver.text")), to);
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), submit);
    dialog.open();
  }
}
