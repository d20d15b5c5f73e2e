/**
 * Put into the page before it loads: a MediaRecorder that gives a second of sound every few milliseconds, in the shape
 * in which Chromium gives it (Opus in WebM, constant 32 kbit/s, frames of 60 ms, clusters of a few seconds that are
 * cut anywhere). It uses nothing from outside itself.
 */
export function fastMicrophone({ seconds, everyMs }: { seconds: number; everyMs: number }): void {
  const FRAME_MS = 60;
  const FRAME_BYTES = 240;
  const FRAMES_A_CLUSTER = 80;
  const number = (value: number, bytes: number) =>
    Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
  const element = (id: readonly number[], content: readonly number[]) => [
    ...id,
    ...number(0x1000_0000 + content.length, 4),
    ...content,
  ];
  const text = (word: string) => Array.from(word, (sign) => sign.charCodeAt(0));
  const unknown = [1, 255, 255, 255, 255, 255, 255, 255];
  const opusHead = [...text('OpusHead'), 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0];
  const head = [
    ...element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text('webm'))),
    ...[0x18, 0x53, 0x80, 0x67, ...unknown],
    ...element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], number(1_000_000, 3))),
    ...element(
      [0x16, 0x54, 0xae, 0x6b],
      element(
        [0xae],
        [
          ...element([0xd7], [1]),
          ...element([0x73, 0xc5], [1]),
          ...element([0x83], [2]),
          ...element([0x86], text('A_OPUS')),
          ...element([0x63, 0xa2], opusHead),
          // 48 kHz as a 32-bit float, one channel.
          ...element([0xe1], [...element([0xb5], [0x47, 0x3b, 0x80, 0]), ...element([0x9f], [1])]),
        ],
      ),
    ),
  ];

  /** A real microphone leaves nothing behind in the page; this one uses the same room for every second. */
  const room = new Uint8Array(65_536);

  class FastRecorder extends EventTarget {
    static isTypeSupported = () => true;
    state = 'inactive';
    ondataavailable: ((event: { readonly data: Blob }) => void) | null = null;
    onstop: (() => void) | null = null;
    #frame = 0;
    #given = 0;
    #timer: ReturnType<typeof setInterval> | undefined;
    start() {
      this.state = 'recording';
      this.#timer = setInterval(() => {
        if (this.state === 'recording' && this.#given < seconds) this.requestData();
      }, everyMs);
    }
    pause() {
      this.state = 'paused';
    }
    resume() {
      this.state = 'recording';
    }
    stop() {
      clearInterval(this.#timer);
      this.state = 'inactive';
      this.onstop?.();
    }
    requestData() {
      let length = 0;
      const put = (bytes: readonly number[]) => {
        room.set(bytes, length);
        length += bytes.length;
      };
      if (this.#given === 0) put(head);
      this.#given += 1;
      while (this.#frame * FRAME_MS < this.#given * 1000) {
        const at = this.#frame % FRAMES_A_CLUSTER;
        if (at === 0) {
          put([0x1f, 0x43, 0xb6, 0x75, ...unknown]);
          put(element([0xe7], number(this.#frame * FRAME_MS, 4)));
        }
        // Opus, CELT, full band, three frames of 20 ms of equal length; what they sound like is all the same.
        const size = number(0x1000_0000 + FRAME_BYTES + 4, 4);
        put([0xa3, ...size, 0x81, ...number(at * FRAME_MS, 2), 0x80, 0xfb, 0x03]);
        crypto.getRandomValues(room.subarray(length, length + FRAME_BYTES - 2));
        length += FRAME_BYTES - 2;
        this.#frame += 1;
      }
      const data = new Blob([room.subarray(0, length)]);
      this.ondataavailable?.({ data });
      this.dispatchEvent(new Event('dataavailable'));
      document.documentElement.dataset['given'] = String(this.#given);
    }
  }
  Object.assign(globalThis, { MediaRecorder: FastRecorder });
}
