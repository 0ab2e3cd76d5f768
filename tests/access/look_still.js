// Reduced motion: nothing may move for longer than an eye can see.
() => {
  const LONGEST = 0.011;
  const seconds = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
  const found = [];
  for (const one of all("html, body, body *")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (part && style.content === "none") continue;
      if (seconds(style.transitionDuration) > LONGEST && style.transitionProperty !== "none") found.push([place(one) + (part || ""), `changes slowly: ${style.transitionDuration}`]);
      if (style.animationName !== "none" && seconds(style.animationDuration) > LONGEST) found.push([place(one) + (part || ""), `moves: ${style.animationName}`]);
    }
    if (getComputedStyle(one).scrollBehavior === "smooth") found.push([place(one), "scrolls smoothly"]);
  }
  if (document.getAnimations().some((one) => one.playState === "running" && one.effect.getComputedTiming().activeDuration > LONGEST * 1000)) found.push(["html", "something is moving"]);
  return found;
}
