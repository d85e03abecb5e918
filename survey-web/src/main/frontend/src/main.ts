import './insecureContext';
import { webFormsPlugin } from '@getodk/web-forms';
import { createApp } from 'vue';
import App from './App.vue';
import { showFaults } from './fault';
import { followLanguage } from './form/componentLocale';
import { installWorker } from './store/background';
import { respondentLink } from './route';
import { keepSending } from './store/connection';
import './style.css';
import './form/form.css';

const app = createApp(App);
app.use(webFormsPlugin);
showFaults(app);
followLanguage(app);
app.mount('#app');
keepSending();
if (respondentLink === null) void installWorker().catch((cause: unknown) => console.warn('No work without a network:', cause));
