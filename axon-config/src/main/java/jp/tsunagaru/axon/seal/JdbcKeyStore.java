package jp.tsunagaru.axon.seal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagaru.axon.database.Creation;
import jp.tsunagaru.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys in the schema {@code keys}. A key made in a transaction is seen by others after its commit
 * only: data sealed under a key that was rolled back could never be opened again.
 */
final class JdbcKeyStore implements KeyStore {
  private static final int KEY_BYTES = 32;
  private static final int READ_AHEAD = 1_000;

  private final JdbcClient jdbc;
  private final AesGcmJce master;
  private final AtomicLong destroyed = new AtomicLong();
  private final SecureRandom random = new SecureRandom();
  private final @Nullable TransactionTemplate ahead;
  private final Cache<String, SubjectKey> known =
      Caffeine.newBuilder().maximumSize(100_000).build();

  /** A key as it is and ready to use; making it ready costs about as much as sealing a name. */
  record SubjectKey(byte[] bytes, AesGcmJce aead) {
    static SubjectKey of(byte[] bytes) {
      try {
        return new SubjectKey(bytes, new AesGcmJce(bytes));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM is not available", e);
      }
    }
  }

  /**
   * @param ahead a transaction of its own for each new key, where events are stored elsewhere and
   *     may outlive the transaction of their command; none where both end together
   */
  JdbcKeyStore(JdbcClient jdbc, MasterKey master, @Nullable TransactionTemplate ahead) {
    this.jdbc = jdbc;
    this.master = master.aead();
    this.ahead = ahead;
  }

  @Override
  public void create(Subject subject) {
    keyForSealing(subject);
  }

  SubjectKey keyForSealing(Subject subject) {
    // What is sealed for a child is nearly always its first value: no look before making the key.
    return (subject.parent() == null ? existing(subject) : remembered(subject))
        .orElseGet(() -> made(subject));
  }

  /** Nothing when the key was destroyed or never made. */
  Optional<SubjectKey> existing(Subject subject) {
    Optional<SubjectKey> remembered = remembered(subject);
    if (remembered.isPresent()) {
      return remembered;
    }
    if (KeyReadAhead.active() && subject.parent() == null) {
      return readAhead(subject);
    }
    long before = destroyed.get();
    Optional<SubjectKey> stored = stored(subject);
    // A row written by this very transaction is not everybody's yet.
    if (!TransactionSynchronizationManager.isActualTransactionActive() || pending().isEmpty()) {
      stored.ifPresent(key -> known.put(subject.id(), key));
      forgetWhatWasDestroyedSince(before);
    }
    return stored;
  }

  private Optional<SubjectKey> remembered(Subject subject) {
    SubjectKey cached = known.getIfPresent(subject.id());
    return Optional.ofNullable(cached == null ? pending().get(subject.id()) : cached);
  }

  private Optional<SubjectKey> stored(Subject subject) {
    Optional<byte[]> wrapped =
        jdbc.sql(
                """
                select wrapped from keys.subject_key
                where subject_id = ? and destroyed_at is null\
                """)
            .param(subject.id())
            .query((rs, row) -> rs.getBytes(1))
            .optional();
    if (wrapped.isEmpty()) {
      return Optional.empty();
    }
    return wrapper(subject, false).map(aead -> SubjectKey.of(unwrap(aead, wrapped.get(), subject)));
  }

  /** Root keys only: their ids say when they were made, which is about when they are needed. */
  private Optional<SubjectKey> readAhead(Subject first) {
    long before = destroyed.get();
    jdbc.sql(
            """
            select subject_id, wrapped from keys.subject_key
            where subject_id between ? and ? and parent_id is null and wrapped is not null
            order by subject_id limit ?\
            """)
        .param(first.id())
        .param(first.id().substring(0, first.id().indexOf('_') + 1) + "z".repeat(30))
        .param(READ_AHEAD)
        .query(rs -> {
          Subject subject = new Subject(rs.getString(1), null);
          known.put(subject.id(), SubjectKey.of(unwrap(master, rs.getBytes(2), subject)));
        });
    forgetWhatWasDestroyedSince(before);
    return Optional.ofNullable(known.getIfPresent(first.id()));
  }

  /** A key that was read before it was destroyed must not come back behind its destruction. */
  private void forgetWhatWasDestroyedSince(long before) {
    if (destroyed.get() != before) {
      known.invalidateAll();
    }
  }

  private SubjectKey made(Subject subject) {
    AesGcmJce wrapper =
        wrapper(subject, true)
            .orElseThrow(() -> new KeyDestroyedException("the parent's key was destroyed"));
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    SubjectKey key = SubjectKey.of(bytes);
    byte[] wrapped = wrap(wrapper, bytes, subject);
    Optional<Creation> creation =
        subject.parent() == null ? Optional.empty() : Creation.of(subject.id());
    if (creation.isPresent() && ahead == null) {
      creation
          .get()
          .add(
              "insert into keys.subject_key (subject_id, parent_id, wrapped) values (?, ?, ?)",
              subject.id(),
              subject.parent(),
              wrapped);
      publishAfterCommit(subject.id(), key);
      return key;
    }
    boolean first =
        ahead == null
            ? inserted(subject, wrapped)
            : Boolean.TRUE.equals(ahead.execute(own -> inserted(subject, wrapped)));
    if (!first) {
      return existing(subject)
          .orElseThrow(() -> new KeyDestroyedException("the key was destroyed for good"));
    }
    if (ahead == null) {
      publishAfterCommit(subject.id(), key);
    } else {
      known.put(subject.id(), key);
    }
    return key;
  }

  private boolean inserted(Subject subject, byte[] wrapped) {
    return jdbc.sql(
                """
                insert into keys.subject_key (subject_id, parent_id, wrapped)
                values (?, ?, ?) on conflict do nothing\
                """)
            .param(subject.id())
            .param(subject.parent())
            .param(wrapped)
            .update()
        > 0;
  }

  private Optional<AesGcmJce> wrapper(Subject subject, boolean make) {
    Optional<String> parent = subject.parentId();
    if (parent.isEmpty()) {
      return Optional.of(master);
    }
    Subject root = new Subject(parent.get(), null);
    Optional<SubjectKey> key = make ? Optional.of(keyForSealing(root)) : existing(root);
    return key.map(SubjectKey::aead);
  }

  @Override
  public void destroy(String subjectId) {
    jdbc.sql(
            """
            insert into keys.subject_key (subject_id, destroyed_at) values (?, now())
            on conflict (subject_id) do update set wrapped = null, destroyed_at = now()\
            """)
        .param(subjectId)
        .update();
    jdbc.sql(
            """
            update keys.subject_key set wrapped = null, destroyed_at = now()
            where parent_id = ? and wrapped is not null\
            """)
        .param(subjectId)
        .update();
    forget(subjectId);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forget(subjectId);
            }
          });
    }
  }

  private void forget(String subjectId) {
    destroyed.incrementAndGet();
    // Children are cached unwrapped: the few that hang on a destroyed parent cannot be told apart.
    known.invalidateAll();
    pending().remove(subjectId);
  }

  @Override
  public boolean readable(Subject subject) {
    return existing(subject).isPresent();
  }

  private void publishAfterCommit(String subjectId, SubjectKey key) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      known.put(subjectId, key);
      return;
    }
    Map<String, SubjectKey> pending = pending();
    if (pending.isEmpty()) {
      Map<String, SubjectKey> bound = new HashMap<>();
      long before = destroyed.get();
      TransactionSynchronizationManager.bindResource(this, bound);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void suspend() {
              TransactionSynchronizationManager.unbindResourceIfPossible(JdbcKeyStore.this);
            }

            @Override
            public void resume() {
              TransactionSynchronizationManager.bindResource(JdbcKeyStore.this, bound);
            }

            @Override
            public void afterCompletion(int status) {
              TransactionSynchronizationManager.unbindResourceIfPossible(JdbcKeyStore.this);
              if (status == STATUS_COMMITTED) {
                known.putAll(bound);
                forgetWhatWasDestroyedSince(before);
              }
            }
          });
      pending = bound;
    }
    pending.put(subjectId, key);
  }

  @SuppressWarnings("unchecked")
  private Map<String, SubjectKey> pending() {
    @Nullable Object bound = TransactionSynchronizationManager.getResource(this);
    return bound == null ? new HashMap<>() : (Map<String, SubjectKey>) bound;
  }

  private static byte[] wrap(AesGcmJce wrapper, byte[] key, Subject subject) {
    try {
      return wrapper.encrypt(key, subject.id().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key could not be wrapped", e);
    }
  }

  private static byte[] unwrap(AesGcmJce wrapper, byte[] wrapped, Subject subject) {
    try {
      return wrapper.decrypt(wrapped, subject.id().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a key could not be opened: the master key file does not belong to this database", e);
    }
  }
}
