package jp.tsunagaru.document.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.document.TagId;
import jp.tsunagaru.document.command.DefineTag;
import jp.tsunagaru.document.command.RenameTag;
import jp.tsunagaru.document.command.RetireTag;
import jp.tsunagaru.document.query.ListTags;
import jp.tsunagaru.document.query.TagRow;
import jp.tsunagaru.document.query.Tags;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 文書タグの管理 (DC-05): the city keeps its list, an administrator that of the own facility. */
@Route(value = "tags", layout = MainLayout.class)
@RolesAllowed({"CITY_OPERATOR", "FACILITY_ADMIN"})
@StyleSheet("context://patient.css")
class TagsView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final Div own = new Div();
  private final Div others = new Div();
  private final Div start = new Div();

  TagsView(Gateways gateways) {
    this.gateways = gateways;
    boolean city = SignedInUser.require().has(Role.CITY_OPERATOR);
    Button add =
        new Button(Texts.get("document.tags.add"), VaadinIcon.PLUS.create(), click -> edit(null));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    own.addClassName("cards");
    others.addClassName("chips");
    Div head = new Div(new H1(getPageTitle()), add);
    head.addClassName("page-head");
    addClassName("page");
    add(
        head,
        new Paragraph(
            Texts.get(city ? "document.tags.explained.city" : "document.tags.explained.facility")),
        start,
        own,
        others);
    gateways.ask(new ListTags(), Tags.class, this::show);
  }

  @Override
  public String getPageTitle() {
    return Texts.get("document.tags.title");
  }

  private void loadWhen(Predicate<List<TagRow>> shown) {
    Soon.ask(
        gateways,
        new ListTags(),
        Tags.class,
        tags -> shown.test(tags.tags()),
        this::show,
        Refusals::show);
  }

  private void show(Tags tags) {
    boolean city = SignedInUser.require().has(Role.CITY_OPERATOR);
    List<TagRow> mine = tags.tags().stream().filter(TagRow::mayChange).toList();
    own.removeAll();
    others.removeAll();
    start.removeAll();
    mine.forEach(tag -> own.add(card(tag)));
    if (mine.isEmpty()) {
      Div empty = new Div(new Span(Texts.get("document.tags.empty")));
      empty.addClassName("empty");
      own.add(empty);
    }
    if (city && mine.isEmpty()) {
      Button usual = new Button(Texts.get("document.tags.takeUsual"), click -> takeUsual());
      start.add(
          new Paragraph(
              Texts.get(
                  "document.tags.usual",
                  String.join(Texts.get("list.separator"), OfferedTags.usual()))),
          usual);
    }
    if (!city) {
      Div chips = new Div();
      chips.addClassName("chips");
      List<String> offered =
          OfferedTags.of(new Tags(tags.tags().stream().filter(TagRow::ofCity).toList()));
      offered.forEach(name -> {
        Span chip = new Span(Texts.get("document.tag", name));
        chip.addClassName("state-chip");
        chips.add(chip);
      });
      others.add(new H2(Texts.get("document.tags.ofCity")), chips);
    }
  }

  private void takeUsual() {
    List<String> names = new ArrayList<>(OfferedTags.usual());
    define(names);
  }

  private void define(List<String> left) {
    if (left.isEmpty()) {
      loadWhen(rows -> rows.size() >= OfferedTags.usual().size());
      return;
    }
    gateways.send(
        new DefineTag(TagId.next(), left.getFirst()), () -> define(left.subList(1, left.size())));
  }

  private Component card(TagRow tag) {
    Div card = new Div(new H3(Texts.get("document.tag", tag.name())));
    card.addClassNames("card", "deleted-card");
    if (!tag.formerNames().isEmpty()) {
      Span former =
          new Span(
              Texts.get(
                  "document.tags.former",
                  String.join(Texts.get("list.separator"), tag.formerNames())));
      former.addClassName("muted");
      card.add(former);
    }
    if (tag.retired()) {
      Span retired = new Span(Texts.get("document.tags.retired"));
      retired.addClassName("state-chip");
      card.add(retired);
      return card;
    }
    Button rename = new Button(Texts.get("document.tags.rename"), click -> edit(tag));
    rename.setAriaLabel(Texts.get("document.tags.renameNamed", tag.name()));
    Button retire = new Button(Texts.get("document.tags.retire"), click -> retire(tag));
    retire.setAriaLabel(Texts.get("document.tags.retireNamed", tag.name()));
    retire.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
    Div actions = new Div(rename, retire);
    actions.addClassName("actions");
    card.add(actions);
    return card;
  }

  private void edit(@Nullable TagRow tag) {
    TagId id = tag == null ? TagId.next() : tag.tagId();
    TextField name = new TextField(Texts.get("document.tags.name"));
    Dialog dialog = new Dialog();
    Button save =
        new Button(Texts.get("action.save"), click -> save(dialog, id, tag == null, name));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());
    name.setValue(tag == null ? "" : tag.name());
    name.setMaxLength(20);
    name.setWidthFull();
    name.setRequiredIndicatorVisible(true);
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.setHeaderTitle(
        tag == null
            ? Texts.get("document.tags.add")
            : Texts.get("document.tags.renameNamed", tag.name()));
    dialog.setWidth("min(480px, 96vw)");
    dialog.addClassName("sheet");
    dialog.add(name);
    if (tag != null) {
      dialog.add(new Paragraph(Texts.get("document.tags.rename.explained")));
    }
    dialog.getFooter().add(cancel, save);
    dialog.open();
    name.focus();
  }

  private void save(Dialog dialog, TagId id, boolean isNew, TextField name) {
    try {
      Object command =
          isNew ? new DefineTag(id, name.getValue()) : new RenameTag(id, name.getValue());
      String wanted = name.getValue().strip();
      gateways.send(
          command,
          () -> {
            dialog.close();
            Refusals.done(Texts.get("document.tags.saved", wanted));
            loadWhen(rows ->
                rows.stream().anyMatch(row -> row.tagId().equals(id) && row.name().equals(wanted)));
          },
          failure ->
              Refusals.find(failure)
                  .ifPresentOrElse(refused -> wrong(name, refused), () -> Refusals.show(failure)));
    } catch (Refused refused) {
      wrong(name, refused);
    }
  }

  private static void wrong(TextField name, Refused refused) {
    name.setErrorMessage(Refusals.sentence(refused));
    name.setInvalid(true);
    name.focus();
  }

  private void retire(TagRow tag) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("document.tags.retireNamed", tag.name()));
    dialog.setText(Texts.get("document.tags.retire.explained"));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("document.tags.retire"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new RetireTag(tag.tagId()),
            () ->
                loadWhen(rows ->
                    rows.stream()
                        .anyMatch(row -> row.tagId().equals(tag.tagId()) && row.retired()))));
    dialog.open();
  }
}
