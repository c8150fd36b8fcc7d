package jp.tsunagaru.axon.projection;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Counts on purpose: an event that came twice would show. */
@Projection
@ProcessingGroup("notes")
class NoteProjector {
  record Noted(String noteId, List<String> tags, Personal<String> text) {}

  record Changed(String noteId, long number, Personal<String> text) {}

  record Closed(String noteId) {}

  static final AtomicBoolean BROKEN = new AtomicBoolean();

  private final Sealer sealer;

  NoteProjector(Sealer sealer) {
    this.sealer = sealer;
  }

  @EventHandler
  void on(Noted event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.note (note_id, sealed_text, changes, tags, noted_at, state)
        values (?, ?, 0, ?, ?, 'OPEN') on conflict do nothing\
        """,
        event.noteId(),
        sealer.seal(event.text()),
        event.tags(),
        at);
    writes.add("insert into view.note_text (note_id, number) values (?, ?)", event.noteId(), 0L);
  }

  @EventHandler
  void on(Changed event, Writes writes) {
    if (BROKEN.get()) {
      throw new IllegalStateException("broken on purpose");
    }
    writes.add(
        "update view.note set sealed_text = ?, changes = changes + 1 where note_id = ?",
        sealer.seal(event.text()),
        event.noteId());
    writes.add(
        "insert into view.note_text (note_id, number) values (?, ?)",
        event.noteId(),
        event.number());
  }

  @EventHandler
  void on(Closed event, Writes writes) {
    writes.add("update view.note set state = 'CLOSED' where note_id = ?", event.noteId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.note, view.note_text");
  }
}
