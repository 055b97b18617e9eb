// Walks from the first step to the last and records what each step changes in the page. Then adds a hidden button that
// makes the same changes again, a step a press: what a step costs if nothing has to be computed for it.
// `done` gets the number of changes of each step.
const [done] = arguments;
const find = name => document.querySelector(`[data-action="${name}"]`);
const painted = () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next, 30))));

// The properties of a style that a step changes: the page sets them one by one.
const properties = (old, now) => {
  const [before, after] = [old, now].map(text => {
    const { style } = document.createElement("p");
    style.cssText = text ?? "";
    return style;
  });
  const value = (style, name) => style.getPropertyValue(name);
  return [...after].filter(name => value(before, name) !== value(after, name)).map(name => [name, value(after, name)]);
};

// A change as the two functions that make it and take it back.
const change = record => {
  const { type, target, attributeName: name, oldValue: old } = record;
  if (type === "characterData") {
    const now = target.data;
    return [() => { target.data = now; }, () => { target.data = old; }];
  }
  if (type === "childList") {
    const [added, removed, next] = [[...record.addedNodes], [...record.removedNodes], record.nextSibling];
    const swap = (gone, come) => {
      gone.forEach(node => node.remove());
      come.forEach(node => target.insertBefore(node, next?.parentNode === target ? next : null));
    };
    return [() => swap(removed, added), () => swap(added, removed)];
  }
  const now = target.getAttribute(name);
  if (name === "style") {
    const set = properties(old, now);
    return [() => set.forEach(([name, value]) => target.style.setProperty(name, value)), () => { target.style.cssText = old ?? ""; }];
  }
  const put = value => (value === null ? target.removeAttribute(name) : target.setAttribute(name, value));
  return [() => put(now), () => put(old)];
};

// Of several changes of one attribute or text only the outcome is made again. What is said to a screen reader comes when
// the walk rests, not with the step.
const outcome = records => {
  const seen = new Map();
  return records.filter(({ type, target, attributeName }) => {
    const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (!element || element.closest("[aria-live]")) return false;
    const what = type === "childList" ? {} : attributeName ?? "text";
    const known = seen.get(target) ?? new Set();
    seen.set(target, known);
    return !known.has(what) && known.add(what);
  }).map(change);
};

const record = async () => {
  const records = [];
  const observer = new MutationObserver(more => records.push(...more));
  const all = { subtree: true, attributes: true, attributeOldValue: true, characterData: true, characterDataOldValue: true, childList: true };
  observer.observe(document.body, all);
  find("next").click();
  await painted();
  records.push(...observer.takeRecords());
  observer.disconnect();
  return outcome(records);
};

(async () => {
  find("first").click();
  await painted();
  const slider = find("scrub");
  const walk = [];
  while (walk.length < +slider.max) walk.push(await record());
  let t = walk.length;
  const button = Object.assign(document.createElement("button"), { hidden: true });
  button.dataset.plain = "";
  button.addEventListener("click", () => {
    if (t < walk.length) {
      walk[t].forEach(([make]) => make());
      t += 1;
    } else {
      [...walk].reverse().forEach(step => [...step].reverse().forEach(([, back]) => back()));
      t = 0;
    }
    slider.value = t;
  });
  document.body.append(button);
  done(walk.map(step => step.length));
})();
