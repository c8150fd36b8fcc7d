package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.BuiltInRights;
import jp.tsunagaru.careteam.RightsTemplatesId;
import jp.tsunagaru.careteam.command.ChangeRightsTemplate;
import jp.tsunagaru.careteam.command.ResetRightsTemplate;
import jp.tsunagaru.careteam.query.GetRightsTemplateHistory;
import jp.tsunagaru.careteam.query.ListRightsTemplates;
import jp.tsunagaru.careteam.query.RightsTemplateHistory;
import jp.tsunagaru.careteam.query.RightsTemplateList;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;

/** 職種ごとの権限のひな形 (TM-03, C-07): what is proposed when somebody joins a team. */
@Route(value = "rights-templates", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "CITY_AUDITOR"})
@StyleSheet("context://patient.css")
class RightsTemplatesView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final boolean operator = SignedInUser.require().has(Role.CITY_OPERATOR);
  private final Div table = new Div();

  RightsTemplatesView(Gateways gateways) {
    this.gateways = gateways;
    Paragraph kept = new Paragraph(Texts.get("rightsTemplates.kept"));
    kept.addClassName("attention-box");
    table.addClassName("rights-table");
    addClassName("page");
    add(
        new H1(getPageTitle()),
        new Paragraph(Texts.get("rightsTemplates.explained")),
        kept,
        new Paragraph(Texts.get("rightsTemplates.rulesOfLaw")),
        table);
    gateways.ask(new ListRightsTemplates(), RightsTemplateList.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("rightsTemplates.title");
  }

  private void show(RightsTemplateList found) {
    NativeTableRow names = new NativeTableRow(head("rightsTemplates.profession"));
    for (Right right : Right.values()) {
      names.add(column(Names.of(right)));
    }
    names.add(head("rightsTemplates.origin"), column(""));
    NativeTableBody rows = new NativeTableBody();
    found.templates().forEach(template -> rows.add(row(template)));
    NativeTable all = new NativeTable();
    all.add(new NativeTableHeader(names), rows);
    table.removeAll();
    table.add(all);
  }

  private static NativeTableHeaderCell head(String key) {
    return column(Texts.get(key));
  }

  private static NativeTableHeaderCell column(String name) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private NativeTableRow row(RightsTemplateList.Template template) {
    String profession = Names.of(template.profession());
    NativeTableHeaderCell name = new NativeTableHeaderCell();
    name.getElement().setAttribute("scope", "row");
    Div who = new Div(new ProfessionBadge(template.profession()), new Span(profession));
    who.addClassName("colleague-row");
    name.add(who);
    NativeTableRow row = new NativeTableRow(name);
    for (Right right : Right.values()) {
      boolean has = template.rights().contains(right);
      Span mark = new Span(Texts.get(has ? "rightsTemplates.yes" : "rightsTemplates.no"));
      mark.getElement()
          .setAttribute(
              "aria-label", Texts.get(has ? "rightsTemplates.has" : "rightsTemplates.lacks"));
      mark.getElement().setAttribute("role", "img");
      mark.addClassName(has ? "has-right" : "muted");
      row.add(new NativeTableCell(mark));
    }
    Span origin =
        new Span(
            template.ofCity()
                ? Texts.get("rightsTemplates.ofCity", template.version())
                : Texts.get("rightsTemplates.builtIn"));
    origin.addClassName(template.ofCity() ? "state-chip" : "muted");
    Button change =
        new Button(
            Texts.get(operator ? "careteam.change" : "rightsTemplates.history"),
            click -> open(template));
    change.setAriaLabel(Texts.get("careteam.changeNamed", profession));
    change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    row.add(new NativeTableCell(origin), new NativeTableCell(change));
    return row;
  }

  private void open(RightsTemplateList.Template template) {
    gateways.ask(
        new GetRightsTemplateHistory(template.profession()),
        RightsTemplateHistory.class,
        history -> dialog(template, history));
  }

  private void dialog(RightsTemplateList.Template template, RightsTemplateHistory history) {
    Dialog dialog = new Dialog();
    CheckboxGroup<Right> rights = new CheckboxGroup<>(Texts.get("careteam.rights"));
    rights.setItems(Right.values());
    rights.setItemLabelGenerator(Names::of);
    rights.setItemEnabledProvider(right -> right != Right.VIEW);
    rights.setValue(template.rights());
    rights.setReadOnly(!operator);
    rights.setHelperText(Texts.get("rightsTemplates.help"));
    dialog.setHeaderTitle(Texts.get("rightsTemplates.of", Names.of(template.profession())));
    dialog.setWidth("min(640px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(rights, new Paragraph(Texts.get("rightsTemplates.kept")), story(history));
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()));
    if (operator && template.ofCity()) {
      Button reset =
          new Button(
              Texts.get(
                  "rightsTemplates.reset", TeamTab.rights(BuiltInRights.of(template.profession()))),
              click ->
                  save(
                      dialog,
                      template,
                      new ResetRightsTemplate(
                          RightsTemplatesId.CITY, template.profession(), template.version())));
      reset.addClassName("words-button");
      dialog.add(reset);
    }
    if (operator) {
      Button save =
          new Button(
              Texts.get("action.save"),
              click -> {
                Set<Right> chosen = EnumSet.of(Right.VIEW);
                chosen.addAll(rights.getValue());
                save(
                    dialog,
                    template,
                    new ChangeRightsTemplate(
                        RightsTemplatesId.CITY, template.profession(), template.version(), chosen));
              });
      save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      dialog.getFooter().add(save);
    }
    dialog.open();
  }

  private static Div story(RightsTemplateHistory history) {
    Div story = new Div(new H3(Texts.get("rightsTemplates.history")));
    history
        .changes()
        .forEach(change ->
            story.add(
                new Paragraph(
                    Texts.get(
                        change.reset() ? "rightsTemplates.wasReset" : "rightsTemplates.changed",
                        change.version(),
                        DateTexts.moment(change.at()),
                        change.by(),
                        TeamTab.rights(change.rights())))));
    if (history.changes().isEmpty()) {
      story.add(new Paragraph(Texts.get("rightsTemplates.neverChanged")));
    }
    return story;
  }

  private void save(Dialog dialog, RightsTemplateList.Template template, Object command) {
    gateways.send(
        command,
        () -> {
          dialog.close();
          Refusals.done(Texts.get("rightsTemplates.saved", Names.of(template.profession())));
          boolean same =
              command instanceof ChangeRightsTemplate change
                  && change.rights().equals(template.rights());
          Soon.ask(
              gateways,
              new ListRightsTemplates(),
              RightsTemplateList.class,
              found ->
                  same
                      || found.templates().stream()
                          .anyMatch(each ->
                              each.profession() == template.profession()
                                  && each.version() > template.version()),
              this::show,
              Refusals::show);
        });
  }
}
