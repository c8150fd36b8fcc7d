package jp.tsunagaru.axon.proof;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of an Axon Server's protocol as reading its stream takes; AxonServerTest needs a real
 * one.
 */
final class StandInServer implements AutoCloseable {
  private final List<Event> events = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final Server server;

  StandInServer() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Platform())
            .addService(new Store())
            .build()
            .start();
  }

  String address() {
    return "localhost:" + server.getPort();
  }

  synchronized void append(Event event) {
    events.add(event);
    readers.forEach(Reader::send);
  }

  synchronized void replace(int token, Event event) {
    events.set(token, event);
  }

  synchronized Event stored(int token) {
    return events.get(token);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
    @Override
    public void getPlatformServer(
        ClientIdentification client, StreamObserver<PlatformInfo> answer) {
      answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
      answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(
        StreamObserver<PlatformOutboundInstruction> instructions) {
      return new Ignored<>();
    }
  }

  private final class Store extends EventStoreGrpc.EventStoreImplBase {
    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
      return new Reader(answer);
    }
  }

  private static class Ignored<T> implements StreamObserver<T> {
    @Override
    public void onNext(T value) {}

    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {}
  }

  /** Sends from the first token asked for, as far as permits go. */
  private final class Reader extends Ignored<GetEventsRequest> {
    private final StreamObserver<EventWithToken> answer;
    private boolean asked;
    private long token;
    private long permits;

    Reader(StreamObserver<EventWithToken> answer) {
      this.answer = answer;
    }

    @Override
    public void onNext(GetEventsRequest request) {
      synchronized (StandInServer.this) {
        if (!asked) {
          asked = true;
          token = request.getTrackingToken();
          readers.add(this);
        }
        permits += request.getNumberOfPermits();
        send();
      }
    }

    void send() {
      for (; permits > 0 && token < events.size(); permits--, token++) {
        answer.onNext(
            EventWithToken.newBuilder().setToken(token).setEvent(events.get((int) token)).build());
      }
    }

    @Override
    public void onError(Throwable gone) {
      synchronized (StandInServer.this) {
        readers.remove(this);
      }
    }

    @Override
    public void onCompleted() {
      synchronized (StandInServer.this) {
        readers.remove(this);
        answer.onCompleted();
      }
    }
  }
}
