package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.SavedSearch;
import jp.tsunagaru.patient.SavedSearchId;
import jp.tsunagaru.patient.command.RemoveSearch;
import jp.tsunagaru.patient.command.SaveSearch;
import jp.tsunagaru.patient.query.ListSavedSearches;
import jp.tsunagaru.patient.query.SavedSearches;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;

/** 保存した検索: one's own, by the names one gave them. */
final class SavedSearchPanel extends Div {
  private final Gateways gateways;
  private final AccountId owner = SignedInUser.require().accountId();
  private final Div kept = new Div();
  private final Button save =
      new Button(Texts.get("patient.saved.save"), VaadinIcon.BOOKMARK_O.create(), click -> name());
  private PatientFilter filter = PatientFilter.ALL;

  SavedSearchPanel(Gateways gateways) {
    this.gateways = gateways;
    save.setVisible(false);
    kept.addClassName("chips");
    addClassName("saved-searches");
    add(kept, save);
    reload();
  }

  void setFilter(PatientFilter shown) {
    filter = shown;
    save.setVisible(shown.isNarrow());
  }

  private void reload() {
    gateways.ask(new ListSavedSearches(owner), SavedSearches.class, this::show);
  }

  private void show(SavedSearches searches) {
    kept.removeAll();
    searches
        .searches()
        .forEach(each -> {
          SavedSearch search = each.search();
          Button open =
              new Button(
                  search.name(),
                  click ->
                      PatientNavigation.openList(
                          PatientFilter.saved(search.filter(), filter.post())));
          Button remove =
              new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove(each.searchId()));
          open.addClassName("chip");
          remove.setAriaLabel(Texts.get("patient.saved.remove", search.name()));
          remove.setTooltipText(Texts.get("patient.saved.remove", search.name()));
          remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
          Div row = new Div(open, remove);
          row.addClassName("saved-search");
          kept.add(row);
        });
  }

  private void remove(SavedSearchId search) {
    gateways.send(new RemoveSearch(owner, search), this::reload);
  }

  private void name() {
    TextField name = new TextField(Texts.get("patient.saved.name"));
    name.setMaxLength(40);
    name.setWidthFull();
    Dialog dialog = new Dialog(Texts.get("patient.saved.save"));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());
    Button confirm =
        new Button(
            Texts.get("action.save"),
            click ->
                gateways.send(
                    new SaveSearch(
                        owner,
                        SavedSearchId.next(),
                        new SavedSearch(name.getValue(), filter.saved())),
                    () -> {
                      dialog.close();
                      Refusals.done(Texts.get("patient.saved.done", name.getValue()));
                      reload();
                    }));
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setEnabled(false);
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> confirm.setEnabled(!event.getValue().isBlank()));
    dialog.add(new Paragraph(Texts.get("patient.saved.explained")), name);
    dialog.getFooter().add(cancel, confirm);
    dialog.open();
    name.focus();
  }
}
