package jp.tsunagaru.form.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.query.ExportNote;
import jp.tsunagaru.form.query.FormExport;
import jp.tsunagaru.form.query.GetFormExport;
import jp.tsunagaru.shell.view.Texts;

/**
 * Hands over a file that was made and recorded a moment ago, after saying what it says otherwise
 * than the form.
 */
final class FormFileDialog extends Dialog {
  private FormFileDialog(String title) {
    setHeaderTitle(title);
    setWidth("min(640px, 98vw)");
    addClassName("sheet");
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
  }

  static FormFileDialog of(
      FormDefinition definition, GetFormExport.Format format, FormExport export) {
    FormFileDialog dialog = new FormFileDialog(Texts.of("form.export", format));
    List<ExportNote> notes = export.notes();
    dialog.add(
        new Paragraph(
            notes.isEmpty()
                ? Texts.get("form.export.complete")
                : Texts.get("form.export.notes", notes.size())));
    UnorderedList list = new UnorderedList();
    notes.forEach(note ->
        list.add(
            new ListItem(
                Texts.get(
                    "form.exportNote." + note.kind(),
                    definition.field(note.field()).label(),
                    note.original(),
                    note.replacement()))));
    dialog.add(list);
    boolean csv = format == GetFormExport.Format.CSV;
    dialog.offer(
        Texts.get("form.export.download"),
        export.content(),
        definition.version() + "." + format.name().toLowerCase(Locale.ROOT),
        csv ? "text/csv; charset=windows-31j" : "application/json");
    return dialog;
  }

  private void offer(String words, byte[] content, String name, String type) {
    DownloadHandler handler =
        DownloadHandler.fromInputStream(event ->
            new DownloadResponse(new ByteArrayInputStream(content), name, type, content.length));
    Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, words);
    link.addClassName("form-file");
    add(link);
  }
}
