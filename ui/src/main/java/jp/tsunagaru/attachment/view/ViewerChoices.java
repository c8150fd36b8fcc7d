package jp.tsunagaru.attachment.view;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.util.function.Consumer;
import jp.tsunagaru.attachment.FilePictures;
import jp.tsunagaru.attachment.query.FindFile;
import jp.tsunagaru.attachment.query.FoundFile;
import jp.tsunagaru.shell.view.Gateways;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks what can be chosen about a file. That opens the original, so it is decided and recorded like
 * a download; without an answer the viewer shows what it has.
 */
@Component
class ViewerChoices {
  private static final Logger LOG = LoggerFactory.getLogger(ViewerChoices.class);

  private final Gateways gateways;
  private final FilePictures pictures;

  ViewerChoices(Gateways gateways, FilePictures pictures) {
    this.gateways = gateways;
    this.pictures = pictures;
  }

  void ask(FileLink file, Consumer<FilePictures.Choices> then) {
    UI ui = UI.getCurrent();
    gateways.ask(
        new FindFile(file.patientId(), file.documentId(), file.attachmentId(), ""),
        FoundFile.class,
        found -> Thread.ofVirtual().start(() -> look(ui, found, then)),
        refused -> {});
  }

  private void look(UI ui, FoundFile found, Consumer<FilePictures.Choices> then) {
    try {
      pictures
          .choices(found.documentId(), found.file())
          .ifPresent(choices -> ui.access(() -> then.accept(choices)));
    } catch (IOException | RuntimeException problem) {
      LOG.info("a viewer stays without choices: {}", problem.getClass().getSimpleName());
    }
  }
}
