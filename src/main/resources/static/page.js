'use strict';

const TIERS = {A: 'A 直推', B: 'B 待研判', C: 'C 汇聚观察', D: 'D 不涉检'};
const element = id => document.getElementById(id);

function headers(more) {
  const key = element('key').value.trim();
  return key ? {...more, 'X-API-Key': key} : more;
}

function show(headline, style, sentences, body) {
  element('headline').textContent = headline;
  element('headline').className = style;
  element('sentences').replaceChildren(...sentences.map(sentence => {
    const item = document.createElement('li');
    item.textContent = sentence;
    return item;
  }));
  element('json').textContent = JSON.stringify(body, null, 2);
  element('result').hidden = false;
}

function showDecision(decision) {
  if (decision.tier) {
    show(`${TIERS[decision.tier]} · ${decision.urgency}`, `tier-${decision.tier}`, decision.explanation, decision);
  } else {
    show(decision.receipt.status, '', [decision.receipt.text], decision);
  }
}

function showProblem(problem) {
  const sentences = (problem.problems || []).map(p => `${p.field}：${p.message}。${p.mend}`);
  show(problem.title, 'error', [problem.detail, ...sentences], problem);
}

element('form').addEventListener('submit', async submitted => {
  submitted.preventDefault();
  const button = submitted.submitter;
  button.disabled = true;
  try {
    const answer = await fetch('api/v1/triage', {
      method: 'POST',
      headers: headers({'Content-Type': 'application/json'}),
      body: JSON.stringify({
        sourceSystem: 'PAGE',
        sourceEventId: element('id').value.trim() || `${Date.now()}`,
        channel: element('channel').value,
        content: element('content').value
      })
    });
    const body = await answer.json();
    (answer.ok ? showDecision : showProblem)(body);
  } catch (failure) {
    show('无法连接服务', 'error', [String(failure)], {});
  } finally {
    button.disabled = false;
  }
});

fetch('api/v1/releases/current', {headers: headers({})})
  .then(answer => answer.ok ? answer.json() : {version: '需要密钥'})
  .then(release => { element('release').textContent = release.version; })
  .catch(() => { element('release').textContent = '未知'; });
