package jp.tsunagaru.axon.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/** Counts on purpose: an event that came twice would show. */
@Projection
@ProcessingGroup("notes")
class NoteProjector {
  record Noted(String noteId, List<String> tags, Personal<String> text) {}

  record Changed(String noteId, long number, Personal<String> text) {}

  record Closed(String noteId) {}

  record Kinds(
      String noteId,
      long number,
      @Nullable String word,
      byte @Nullable [] bytes,
      @Nullable LocalDate day,
      @Nullable Instant at) {}

  record Worded(String noteId, String word, @Nullable LocalDate until, Instant at) {}

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
    // What one table says of another: both were written apart until then.
    writes.add(
        """
        insert into view.note_text (note_id, number)
        select n.note_id, -1 - n.changes
          from (select ?::text note_id) v
          join view.note n on n.note_id = v.note_id and n.state = 'CLOSED'
        on conflict do nothing\
        """,
        event.noteId());
  }

  @EventHandler
  void on(Kinds event, Writes writes) {
    writes.add(
        """
        insert into view.note_kind
          (note_id, number, small, odd, word, words, none, bytes, day, at, kind, fixed, open)
        values (?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, -7, true)
        on conflict do nothing\
        """,
        event.noteId(),
        event.number(),
        (int) -event.number(),
        event.number() % 2 == 1,
        event.word(),
        event.word() == null ? List.of() : List.of(event.word(), "", "NULL", "\"q\" \\ {}"),
        event.bytes(),
        event.day(),
        event.at(),
        Projection.Stream.ACCESS);
    writes.add(
        """
        update view.note_kind set word = ?, bytes = ?, day = ?, at = ?, words = ?, odd = not odd,
          small = ?, kind = 'again'
         where note_id = ?\
        """,
        event.word(),
        event.bytes(),
        event.day(),
        event.at(),
        List.of("a,b", "{\"}"),
        (int) event.number(),
        event.noteId());
    writes.add(
        "update view.note_kind set word = coalesce(?, 'it is, and ?') where note_id = ?",
        event.word(),
        event.noteId());
    if (event.number() == 2) {
      writes.add("delete from view.note_kind where note_id = ?", event.noteId());
    }
  }

  @EventHandler
  void on(Worded event, Writes writes) {
    writes.add(
        """
        insert into view.note_word (word, times, newest, first_at, until, words, tree, bytes)
        values (?, 0, 'none', ?, ?, ?, ?::jsonb, ?) on conflict do nothing\
        """,
        event.word(),
        event.at(),
        event.until(),
        List.of(event.word(), "", "a,b", "NULL", "\"q\" \\ {}"),
        "{\"word\": 1}",
        event.word().getBytes(StandardCharsets.UTF_8));
    writes.add(
        """
        insert into view.note_word (word, times, newest, first_at, words, tree, bytes)
        select v.word, v.times, v.newest, v.at, '{}', '{}', ''
          from (select ?::text word, ?::bigint times, ?::text newest, ?::timestamptz as at) v
        on conflict (word)
        do update set times = note_word.times + excluded.times, newest = excluded.newest\
        """,
        event.word(),
        1L,
        event.noteId(),
        event.at());
    writes.add(
        """
        update view.note_word w set words = v.words, until = v.until
          from (select ?::text word, ?::text[] words, ?::date until) v
         where w.word = v.word and w.times > 1\
        """,
        event.word(),
        List.of(event.noteId(), "第\t二"),
        event.until());
    writes.add(
        """
        delete from view.note_text t using (select ?::text note_id) v
         where t.note_id = v.note_id and t.number = 0\
        """,
        event.noteId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.note, view.note_text, view.note_word, view.note_kind");
  }
}
