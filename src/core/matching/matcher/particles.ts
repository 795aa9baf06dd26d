/** The particles that Korean joins to a name without a space. */

const BASES =
  '은 는 이 가 을 를 의 에 와 과 도 로 으로 만 에서 에게 에게서 께 께서 한테 한테서 더러 보고 까지 부터 으로부터 로부터 보다 처럼 마다 조차 마저 밖에 뿐 대로 만큼 하고 이나 나 이며 며 이라 라 이란 란 이라고 라고 이라는 라는 으로서 로서 으로써 로써 이다 인 측 씨 님';
const AFTER_BASE = '은 는 도 만 의 이 가 을 를';
const TAKING_MORE =
  '에 에서 에게 에게서 께 한테 와 과 로 으로 까지 부터 으로부터 로부터 만 보다 처럼 하고 으로서 로서 측 씨 님';

/** Single ones and two in a row: `에서는`, `과의`. */
export function koreanParticles(): ReadonlySet<string> {
  const bases = BASES.split(' ');
  const stacked = TAKING_MORE.split(' ').flatMap((first) =>
    AFTER_BASE.split(' ').map((second) => first + second),
  );
  return new Set([...bases, ...stacked]);
}
